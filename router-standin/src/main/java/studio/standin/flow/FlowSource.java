package studio.standin.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Properties;
import studio.standin.amqp.AmqpMessage;
import studio.standin.amqp.Unheard;
import studio.standin.core.AddressTable;
import studio.standin.core.Destination;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;
import studio.standin.manage.Configurator;
import studio.standin.peer.Node;
import studio.standin.tcp.TcpFlow;

/**
 * One router as a source of flow records. It speaks only while somebody subscribes: a beacon every ten seconds, a heartbeat every two, and
 * once a second what has changed; all of it again when it is asked to flush.
 */
public final class FlowSource implements Destination {

    private static final String BEACONS = "mc/sfe.all";
    private static final int BEACON_TICKS = 10;
    private static final int HEARTBEAT_TICKS = 2;
    private static final int PER_MESSAGE = 100;

    private final Node node;
    private final RouterRecords records;
    private final String id;
    private final String own;
    private final String direct;
    private final AddressTable.Watch beaconWatch;
    private final AddressTable.Watch recordWatch;
    private final AddressTable.Watch flowWatch;
    private final Map<String, FlowRecord> known = new LinkedHashMap<>();
    private final Map<Long, FlowRecord> knownFlows = new LinkedHashMap<>();
    private final Set<TcpFlow> flows = new LinkedHashSet<>();
    private long messages;
    private long ticks;

    private FlowSource(Node node, Configurator configurator, Map<String, Object> site) {
        this.node = node;
        RecordIds ids = new RecordIds();
        records = new RouterRecords(node, configurator, site, ids);
        id = ids.source();
        own = "mc/sfe." + id;
        direct = "sfe." + id;
        AddressTable addresses = node.forwarder().addresses();
        beaconWatch = addresses.watch(BEACONS, Optional.empty(), reachable -> {});
        recordWatch = addresses.watch(own, Optional.empty(), reachable -> {});
        flowWatch = addresses.watch(own + ".flows", Optional.empty(), reachable -> {});
    }

    /** Makes that router a source of records. */
    public static void start(Node node, Configurator configurator, Map<String, Object> site) {
        FlowSource source = new FlowSource(node, configurator, site);
        node.forwarder().addresses().add(source.direct, source);
        configurator.tcp().adaptor().observe((flow, opened) -> {
            if (flow.incoming()) {
                source.flows.add(flow);
            }
        });
        Unheard.outcome(node.loop().next().scheduleAtFixedRate(source::tick, 1, 1, TimeUnit.SECONDS));
    }

    private void tick() {
        ticks++;
        if (beaconWatch.reachable() && ticks % BEACON_TICKS == 0) {
            send(
                    BEACONS,
                    "BEACON",
                    Map.of(
                            "v",
                            UnsignedInteger.valueOf(1),
                            "sourceType",
                            "ROUTER",
                            "id",
                            id,
                            "address",
                            own,
                            "direct",
                            direct));
        }
        if (recordWatch.reachable() && ticks % HEARTBEAT_TICKS == 0) {
            send(
                    own,
                    "HEARTBEAT",
                    Map.of(
                            "v", UnsignedInteger.valueOf(1),
                            "now", UnsignedLong.valueOf(System.currentTimeMillis() * 1000),
                            "id", id));
        }
        emit(own, recordWatch.reachable(), changes());
        emit(own + ".flows", flowWatch.reachable(), flowChanges());
    }

    private List<Object> changes() {
        List<Object> changed = new ArrayList<>();
        Set<String> gone = new LinkedHashSet<>(known.keySet());
        for (FlowRecord record : records.now()) {
            gone.remove(record.id());
            Map<Object, Object> news = Optional.ofNullable(known.put(record.id(), record))
                    .map(record::since)
                    .orElseGet(record::whole);
            if (!news.isEmpty()) {
                changed.add(news);
            }
        }
        for (String ended : gone) {
            Optional.ofNullable(known.remove(ended))
                    .ifPresent(record -> changed.add(FlowRecord.of(ended, record.type())
                            .with(Codes.END_TIME, System.currentTimeMillis() * 1000)
                            .whole()));
        }
        return changed;
    }

    private List<Object> flowChanges() {
        List<Object> changed = new ArrayList<>();
        for (TcpFlow flow : List.copyOf(flows)) {
            FlowRecord record = records.of(flow);
            Map<Object, Object> news = Optional.ofNullable(knownFlows.put(flow.number(), record))
                    .map(record::since)
                    .orElseGet(record::whole);
            if (!news.isEmpty()) {
                changed.add(news);
            }
            if (flow.ended() > 0) {
                flows.remove(flow);
                knownFlows.remove(flow.number());
            }
        }
        return changed;
    }

    private void emit(String address, boolean subscribed, List<Object> changed) {
        if (!subscribed) {
            return;
        }
        for (int from = 0; from < changed.size(); from += PER_MESSAGE) {
            Properties properties = properties(address, "RECORD");
            List<Object> part = new ArrayList<>(changed.subList(from, Math.min(changed.size(), from + PER_MESSAGE)));
            send(address, AmqpMessage.of(properties, Map.of(), part).encode());
        }
    }

    private Properties properties(String address, String subject) {
        Properties properties = new Properties();
        properties.setTo(address);
        properties.setSubject(subject);
        properties.setMessageId(++messages);
        return properties;
    }

    private void send(String address, String subject, Map<String, Object> said) {
        send(address, new AmqpMessage(properties(address, subject), said, Optional.empty()).encodeWithSymbols());
    }

    private void send(String address, byte[] message) {
        node.forwarder().send(new Parcel(address, message, Settlement.UNHEARD, Origin.HERE));
    }

    @Override
    public void deliver(Parcel parcel) {
        parcel.settlement().accept();
        String subject =
                String.valueOf(AmqpMessage.decode(parcel.message()).properties().getSubject());
        if (subject.equals("FLUSH")) {
            List<Object> all = new ArrayList<>();
            records.now().forEach(record -> {
                known.put(record.id(), record);
                all.add(record.whole());
            });
            emit(own, recordWatch.reachable(), all);
            List<Object> live = new ArrayList<>();
            knownFlows.values().forEach(record -> live.add(record.whole()));
            emit(own + ".flows", flowWatch.reachable(), live);
        }
    }
}
