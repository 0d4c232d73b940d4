package studio.standin.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.standin.core.AddressTable;
import studio.standin.core.Destination;
import studio.standin.core.Settlement;
import studio.standin.peer.EgressLink;
import studio.standin.peer.Node;
import studio.standin.peer.OutLink;
import studio.standin.peer.Peer;
import studio.standin.peer.PeerOwner;

/** The edge routers that are connected to this interior router. */
public final class EdgePeers implements PeerOwner {

    private static final class Edge {
        private final Map<String, AddressTable.Watch> watches = new HashMap<>();
        private final List<OutLink> tracking = new ArrayList<>();

        void tell(String address, boolean reachable) {
            tracking.forEach(link -> link.send(new Tracking(address, reachable).encode(), Settlement.UNHEARD));
        }
    }

    private final Node node;
    private final Map<Peer, Edge> edges = new LinkedHashMap<>();
    private final Map<String, List<EgressLink>> downlinks = new LinkedHashMap<>();
    private Runnable changed = () -> {};

    /** Those of that node, none yet. */
    public EdgePeers(Node node) {
        this.node = node;
    }

    /** Runs this whenever an edge router comes or goes. */
    public void whenChanged(Runnable action) {
        changed = action;
    }

    /** Their names. */
    public Set<String> names() {
        return downlinks.keySet();
    }

    /** The way down to that edge router: its newest connection. */
    public Optional<Destination> downlink(String name) {
        return Optional.ofNullable(downlinks.get(name)).map(List::getLast);
    }

    @Override
    public void opened(Peer peer) {
        edges.put(peer, new Edge());
    }

    @Override
    public Runnable produces(Peer peer, String address) {
        Edge edge = edges.computeIfAbsent(peer, each -> new Edge());
        AddressTable.Watch watch = node.forwarder()
                .addresses()
                .watch(address, Optional.of(peer), reachable -> edge.tell(address, reachable));
        edge.watches.put(address, watch);
        edge.tell(address, watch.reachable());
        return () -> {
            edge.watches.remove(address);
            watch.end();
        };
    }

    @Override
    public boolean consumes(Peer peer, String source, EgressLink link) {
        if (source.equals(Tracking.SOURCE)) {
            Edge edge = edges.computeIfAbsent(peer, each -> new Edge());
            edge.tracking.add(link.link());
            link.link().whenGone(() -> edge.tracking.remove(link.link()));
            link.link().answer(source);
            edge.watches.forEach((address, watch) -> edge.tell(address, watch.reachable()));
            return true;
        }
        if (source.equals(peer.container())) {
            EgressLink downlink = new EgressLink(link.link(), true);
            downlinks.computeIfAbsent(source, name -> new ArrayList<>()).add(downlink);
            link.link().whenGone(() -> gone(source, downlink));
            link.link().answer(source);
            changed.run();
            return true;
        }
        return false;
    }

    private void gone(String name, EgressLink link) {
        List<EgressLink> left = downlinks.getOrDefault(name, new ArrayList<>());
        left.remove(link);
        if (left.isEmpty()) {
            downlinks.remove(name);
        }
        changed.run();
    }

    @Override
    public void closed(Peer peer) {
        edges.remove(peer);
    }
}
