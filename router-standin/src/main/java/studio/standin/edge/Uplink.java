package studio.standin.edge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.standin.amqp.Named;
import studio.standin.core.AddressTable;
import studio.standin.core.ByteSink;
import studio.standin.core.Destination;
import studio.standin.core.Further;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;
import studio.standin.peer.InLink;
import studio.standin.peer.Node;
import studio.standin.peer.OutLink;
import studio.standin.peer.Peer;
import studio.standin.peer.PeerOwner;

/** The interior router above an edge router: for it, that is the rest of the network. Of several connections the newest is used. */
public final class Uplink implements Further, PeerOwner {

    private static final class Session {
        private final Peer peer;
        private final OutLink anonymous;
        private final InLink downlink;
        private final InLink tracking;
        private final Map<String, OutLink> producers = new LinkedHashMap<>();
        private final Map<String, InLink> consumers = new LinkedHashMap<>();

        Session(Peer peer, OutLink anonymous, InLink downlink, InLink tracking) {
            this.peer = peer;
            this.anonymous = anonymous;
            this.downlink = downlink;
            this.tracking = tracking;
            List.of(anonymous, downlink, tracking)
                    .forEach(link -> peer.attachments().keep(link));
        }

        void close() {
            List.copyOf(producers.values()).forEach(OutLink::close);
            List.copyOf(consumers.values()).forEach(InLink::close);
            anonymous.close();
            downlink.close();
            tracking.close();
        }
    }

    private final Node node;
    private final Set<String> reachable = new HashSet<>();
    private final Map<String, ToAddress> destinations = new HashMap<>();
    private Optional<Session> session = Optional.empty();

    /** The uplink of that node, not connected yet. */
    public Uplink(Node node) {
        this.node = node;
    }

    /** The connection in use. */
    public Optional<Peer> peer() {
        return session.map(current -> current.peer);
    }

    private AddressTable addresses() {
        return node.forwarder().addresses();
    }

    @Override
    public void opened(Peer peer) {
        session.ifPresent(Session::close);
        session = Optional.of(new Session(
                peer,
                OutLink.initiate(peer, Optional.empty()),
                InLink.initiate(peer, node.id(), this::addressed),
                InLink.initiate(peer, Tracking.SOURCE, this::tracked)));
        addresses().watched().forEach(this::producersChanged);
        addresses().consumed().forEach(this::consumersChanged);
        node.topologyChanged();
    }

    @Override
    public void closed(Peer peer) {
        if (peer().filter(current -> current == peer).isPresent()) {
            session = Optional.empty();
            reachable.clear();
            node.topologyChanged();
        }
    }

    private void addressed(byte[] message, Settlement settlement) {
        Named.decode(message)
                .ifPresentOrElse(
                        named -> node.forwarder()
                                .send(new Parcel(named.to(), named.message(), settlement, Origin.UPLINK)),
                        settlement::release);
    }

    private void tracked(byte[] message, Settlement settlement) {
        settlement.accept();
        Tracking news = Tracking.decode(message);
        if (news.reachable()) {
            reachable.add(news.address());
        } else {
            reachable.remove(news.address());
        }
        addresses().changed(news.address());
    }

    /** There are, or are no longer, producers of that address here. */
    public void producersChanged(String address) {
        session.ifPresent(current -> {
            boolean wanted = addresses().watched().contains(address);
            if (wanted && !current.producers.containsKey(address)) {
                OutLink link = OutLink.initiate(current.peer, Optional.of(address));
                current.peer.attachments().keep(link);
                current.producers.put(address, link);
                link.whenGone(() -> current.producers.remove(address, link));
            } else if (!wanted) {
                Optional.ofNullable(current.producers.get(address)).ifPresent(OutLink::close);
                reachable.remove(address);
            }
        });
    }

    /** There are, or are no longer, consumers of that address here. */
    public void consumersChanged(String address) {
        session.ifPresent(current -> {
            boolean wanted = addresses().consumed().contains(address);
            if (wanted && !current.consumers.containsKey(address)) {
                InLink link = InLink.initiate(
                        current.peer,
                        address,
                        (message, settlement) ->
                                node.forwarder().send(new Parcel(address, message, settlement, Origin.UPLINK)));
                current.peer.attachments().keep(link);
                current.consumers.put(address, link);
                link.whenGone(() -> current.consumers.remove(address, link));
            } else if (!wanted) {
                Optional.ofNullable(current.consumers.get(address)).ifPresent(InLink::close);
            }
        });
    }

    @Override
    public List<Destination> consumers(String address) {
        return session.isPresent() && reachable.contains(address)
                ? List.of(destinations.computeIfAbsent(address, ToAddress::new))
                : List.of();
    }

    @Override
    public Optional<Destination> router(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Destination> edge(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Destination> upwards() {
        return session.map(current -> new Upwards(current));
    }

    /** Everything whose address is not one that this router sends to: the message says where it goes. */
    private record Upwards(Session current) implements Destination {
        @Override
        public boolean takesStreams() {
            return true;
        }

        @Override
        public void deliver(Parcel parcel) {
            current.anonymous.send(new Named(parcel.to(), parcel.message()).encode(), parcel.settlement());
        }

        @Override
        public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
            return current.peer.stream(Optional.empty(), request, "", feed);
        }
    }

    /** An address that this router sends to and that can be reached above. */
    private final class ToAddress implements Destination {
        private final String address;

        ToAddress(String address) {
            this.address = address;
        }

        private Optional<OutLink> link() {
            return session.flatMap(current -> Optional.ofNullable(current.producers.get(address)));
        }

        @Override
        public long load() {
            return link().map(OutLink::load).orElse(0L);
        }

        @Override
        public long cost() {
            return 1;
        }

        @Override
        public boolean takesStreams() {
            return true;
        }

        @Override
        public void deliver(Parcel parcel) {
            link().ifPresentOrElse(
                            link -> link.send(parcel.message(), parcel.settlement()),
                            () -> parcel.settlement().release());
        }

        @Override
        public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
            return session.flatMap(current -> current.peer.stream(Optional.of(address), request, "", feed));
        }
    }
}
