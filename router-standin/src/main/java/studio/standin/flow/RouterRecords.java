package studio.standin.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.standin.manage.Configurator;
import studio.standin.peer.Node;
import studio.standin.peer.Peer;
import studio.standin.peer.Role;
import studio.standin.tcp.TcpFlow;

/** What a router has at this moment, as records. */
final class RouterRecords {

    private final Node node;
    private final Configurator configurator;
    private final Map<String, Object> site;
    private final RecordIds ids;
    private final long started = System.currentTimeMillis() * 1000;

    RouterRecords(Node node, Configurator configurator, Map<String, Object> site, RecordIds ids) {
        this.node = node;
        this.configurator = configurator;
        this.site = site;
        this.ids = ids;
    }

    private static String text(Map<String, Object> attributes, String name) {
        return String.valueOf(attributes.getOrDefault(name, ""));
    }

    List<FlowRecord> now() {
        List<FlowRecord> records = new ArrayList<>();
        records.add(FlowRecord.of(ids.source(), Codes.ROUTER)
                .with(Codes.START_TIME, started)
                .with(Codes.MODE, node.edge() ? "edge" : "interior")
                .with(Codes.NAME, "0/" + node.id())
                .with(Codes.BUILD_VERSION, Node.VERSION));
        if (!site.isEmpty()) {
            records.add(FlowRecord.of(ids.of("site"), Codes.SITE)
                    .with(Codes.START_TIME, started)
                    .withText(Codes.LOCATION, text(site, "location"))
                    .withText(Codes.PROVIDER, text(site, "provider"))
                    .withText(Codes.PLATFORM, text(site, "platform"))
                    .withText(Codes.NAMESPACE, text(site, "namespace"))
                    .withText(Codes.NAME, text(site, "name")));
        }
        access(records);
        links(records);
        services(records);
        return records;
    }

    private void access(List<FlowRecord> records) {
        configurator.listeners().stream()
                .filter(listener -> listener.role().router())
                .forEach(listener -> records.add(FlowRecord.of(ids.of("access/" + listener.name()), Codes.ROUTER_ACCESS)
                        .with(Codes.PARENT, ids.source())
                        .with(Codes.NAME, listener.name())
                        .with(Codes.ROLE, listener.role().text())
                        .with(Codes.LINK_COUNT, peers(listener.name(), false))));
    }

    private long peers(String name, boolean outgoing) {
        return node.peers().stream()
                .filter(peer -> peer.start().outgoing() == outgoing)
                .filter(peer -> peer.role() != Role.INTER_ROUTER_DATA)
                .filter(peer -> peer.start().name().equals(name))
                .count();
    }

    private void links(List<FlowRecord> records) {
        configurator.connectors().values().stream()
                .filter(connector -> connector.role().router())
                .forEach(connector -> records.add(FlowRecord.of(ids.of("link/" + connector.name()), Codes.LINK)
                        .with(Codes.PARENT, ids.source())
                        .with(Codes.NAME, connector.name())
                        .with(Codes.ROLE, connector.role().text())
                        .with(Codes.LINK_COST, connector.cost())
                        .with(Codes.OPER_STATUS, peers(connector.name(), true) > 0 ? "up" : "down")
                        .with(Codes.TLS_ORDINAL, ordinal(connector.name()))));
    }

    private long ordinal(String connector) {
        return node.peers().stream()
                .filter(peer -> peer.start().outgoing() && peer.start().name().equals(connector))
                .map(Peer::security)
                .mapToLong(security -> security.ordinal())
                .max()
                .orElse(0);
    }

    private void services(List<FlowRecord> records) {
        configurator
                .tcp()
                .listeners()
                .forEach((name, listener) -> records.add(FlowRecord.of(ids.of("listener/" + name), Codes.LISTENER)
                        .with(Codes.PARENT, ids.source())
                        .with(Codes.START_TIME, ids.since("listener/" + name))
                        .with(Codes.NAME, name)
                        .with(Codes.PROTOCOL, "tcp")
                        .with(Codes.DESTINATION_HOST, listener.settings().host())
                        .with(Codes.DESTINATION_PORT, listener.settings().port())
                        .withText(Codes.ADDRESS, listener.settings().address().orElse(""))
                        .with(Codes.FLOW_COUNT, listener.counts().opened())));
        configurator
                .tcp()
                .connectors()
                .forEach((name, connector) -> records.add(FlowRecord.of(ids.of("connector/" + name), Codes.CONNECTOR)
                        .with(Codes.PARENT, ids.source())
                        .with(Codes.START_TIME, ids.since("connector/" + name))
                        .with(Codes.NAME, name)
                        .with(Codes.PROTOCOL, "tcp")
                        .with(Codes.DESTINATION_HOST, connector.settings().host())
                        .with(Codes.DESTINATION_PORT, connector.settings().port())
                        .with(Codes.ADDRESS, connector.settings().address())
                        .with(Codes.FLOW_COUNT, connector.counts().opened())));
    }

    /** A connection of a client. */
    FlowRecord of(TcpFlow flow) {
        FlowRecord record = FlowRecord.of(ids.of("flow/" + flow.number()), Codes.BIFLOW_TPORT)
                .with(Codes.PARENT, ids.of("listener/" + flow.owner()))
                .with(Codes.START_TIME, flow.started())
                .with(Codes.SOURCE_HOST, flow.peer().getAddress().getHostAddress())
                .with(Codes.SOURCE_PORT, Integer.toString(flow.peer().getPort()))
                .with(Codes.OCTETS, flow.octetsIn())
                .with(Codes.OCTETS_REVERSE, flow.octetsOut());
        flow.latency().ifPresent(micros -> record.with(Codes.LATENCY, micros));
        return flow.ended() > 0 ? record.with(Codes.END_TIME, flow.ended()) : record;
    }
}
