package studio.standin.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import studio.standin.amqp.AmqpMessage;
import studio.standin.core.Destination;
import studio.standin.core.Further;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.Settlement;
import studio.standin.edge.EdgePeers;
import studio.standin.peer.InLink;
import studio.standin.peer.Node;
import studio.standin.peer.Peer;
import studio.standin.peer.PeerOwner;
import studio.standin.peer.Role;
import studio.standin.peer.RouterTerms;

/** The network as an interior router sees it: each router floods its state, each computes the ways for itself. */
public final class Mesh implements Further, PeerOwner {

    /** The most interior routers there may be. */
    public static final int ROUTER_LIMIT = 128;

    private final Node node;
    private final EdgePeers edges;
    private final long instance;
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final List<Peer> unclaimed = new ArrayList<>();
    private final Map<String, RouterState> states = new LinkedHashMap<>();
    private final Map<String, RemoteRouter> routers = new HashMap<>();
    private Paths paths = new Paths(Map.of());
    private long sequence;
    private long changed = System.currentTimeMillis() / 1000;

    /** The mesh as that node sees it, still alone. */
    public Mesh(Node node, EdgePeers edges, long instance) {
        this.node = node;
        this.edges = edges;
        this.instance = instance;
        states.put(node.id(), own());
    }

    private RouterState own() {
        Map<String, Long> costs = new HashMap<>();
        neighbours.forEach(neighbour -> costs.merge(neighbour.router(), neighbour.cost(), Math::min));
        return new RouterState(
                node.id(),
                instance,
                ++sequence,
                costs,
                node.forwarder().addresses().consumed(),
                new TreeSet<>(edges.names()),
                changed);
    }

    /** This router's consumers or edge routers are others than before. */
    public void advertise() {
        RouterState state = own();
        states.put(node.id(), state);
        flood(state, Optional.empty());
    }

    private void flood(RouterState state, Optional<Peer> except) {
        byte[] packed = packed(state);
        neighbours.stream()
                .filter(neighbour ->
                        except.filter(peer -> peer == neighbour.control()).isEmpty())
                .forEach(neighbour -> neighbour.states().send(packed, Settlement.UNHEARD));
    }

    private static byte[] packed(RouterState state) {
        return AmqpMessage.of(new Properties(), Map.of(), state.encode()).encode();
    }

    @Override
    public void opened(Peer peer) {
        if (peer.role() == Role.INTER_ROUTER_DATA) {
            neighbourOf(peer).ifPresentOrElse(neighbour -> neighbour.add(peer), () -> unclaimed.add(peer));
            return;
        }
        Neighbour neighbour = new Neighbour(peer, group(peer), generation(peer), cost(peer));
        neighbours.add(neighbour);
        List.copyOf(unclaimed).stream()
                .filter(waiting -> belongs(waiting, neighbour))
                .forEach(waiting -> {
                    unclaimed.remove(waiting);
                    neighbour.add(waiting);
                });
        topologyChanged();
        states.values().forEach(state -> neighbour.states().send(packed(state), Settlement.UNHEARD));
    }

    private Optional<Neighbour> neighbourOf(Peer data) {
        return neighbours.stream().filter(neighbour -> belongs(data, neighbour)).findFirst();
    }

    private static boolean belongs(Peer data, Neighbour neighbour) {
        return group(data).equals(neighbour.group()) && data.container().equals(neighbour.router());
    }

    private static Optional<Object> said(Peer peer, String property) {
        return Optional.ofNullable(peer.facts().get(property))
                .or(() ->
                        Optional.ofNullable(peer.connection().remoteProperties().get(property)));
    }

    private static String group(Peer peer) {
        return said(peer, RouterTerms.GROUP).map(Object::toString).orElse("");
    }

    private static long generation(Peer peer) {
        return said(peer, RouterTerms.GENERATION)
                .map(value -> ((Number) value).longValue())
                .orElse(0L);
    }

    /** The higher of what both sides say. */
    private static long cost(Peer peer) {
        long theirs = peer.connection().remoteProperties().get(RouterTerms.COST) instanceof Number number
                ? number.longValue()
                : 1;
        long ours = peer.facts().get(RouterTerms.COST) instanceof Number number ? number.longValue() : 1;
        return Math.max(ours, theirs);
    }

    @Override
    public boolean attached(Peer peer, Link link) {
        if (!(link instanceof Receiver receiver) || !(link.getRemoteTarget() instanceof Target target)) {
            return false;
        }
        Optional<InLink.Handler> handler = switch (String.valueOf(target.getAddress())) {
            case Neighbour.STATES -> Optional.of((message, settlement) -> heard(peer, message, settlement));
            case Neighbour.TRANSIT -> Optional.of(this::pass);
            default -> Optional.empty();
        };
        handler.ifPresent(given -> peer.attachments()
                .keep(new InLink(peer, receiver, target.getAddress(), given)
                        .answer()
                        .grant()));
        return handler.isPresent();
    }

    private void heard(Peer peer, byte[] message, Settlement settlement) {
        settlement.accept();
        if (!(AmqpMessage.decode(message).body().orElse("") instanceof Map<?, ?> map)) {
            return;
        }
        RouterState state = RouterState.decode(map);
        if (state.id().equals(node.id())) {
            return;
        }
        boolean news = Optional.ofNullable(states.get(state.id()))
                .filter(known -> !state.newerThan(known))
                .isEmpty();
        if (states.size() >= ROUTER_LIMIT) {
            states.keySet().removeIf(id -> !id.equals(node.id()) && paths.to(id).isEmpty());
        }
        if (news && (states.containsKey(state.id()) || states.size() < ROUTER_LIMIT)) {
            states.put(state.id(), state);
            flood(state, Optional.of(peer));
            recompute();
        }
    }

    private void pass(byte[] packed, Settlement settlement) {
        Transit transit = Transit.decode(packed);
        Parcel parcel = new Parcel(transit.to(), transit.message(), settlement, Origin.MESH);
        if (transit.router().equals(node.id())) {
            node.forwarder().send(parcel);
        } else {
            router(transit.router()).ifPresentOrElse(next -> next.deliver(parcel), settlement::release);
        }
    }

    @Override
    public void closed(Peer peer) {
        unclaimed.remove(peer);
        neighbours.forEach(neighbour -> neighbour.remove(peer));
        if (neighbours.removeIf(neighbour -> neighbour.control() == peer)) {
            topologyChanged();
        }
    }

    private void topologyChanged() {
        advertise();
        recompute();
    }

    private void recompute() {
        Paths before = paths;
        paths = Paths.from(node.id(), states);
        if (!Set.copyOf(before.reachable()).equals(Set.copyOf(paths.reachable()))) {
            changed = System.currentTimeMillis() / 1000;
        }
        node.topologyChanged();
    }

    long cost(String router) {
        return paths.to(router).map(Paths.Hop::cost).orElse(Long.MAX_VALUE / 4);
    }

    /** The neighbour on the way there; of several connections with it the cheapest, of equals the newest. */
    Optional<Neighbour> towards(String router) {
        return paths.to(router)
                .flatMap(hop -> neighbours.stream()
                        .filter(neighbour -> neighbour.router().equals(hop.next()))
                        .min(Comparator.comparingLong(Neighbour::cost)
                                .thenComparing(Comparator.comparingLong(Neighbour::generation)
                                        .reversed())));
    }

    private RouterState state(String id) {
        return Optional.ofNullable(states.get(id)).orElseThrow();
    }

    private Destination remote(String id) {
        return routers.computeIfAbsent(id, name -> new RemoteRouter(name, this));
    }

    private List<Destination> where(java.util.function.Predicate<RouterState> has) {
        return paths.reachable().stream()
                .filter(id -> has.test(state(id)))
                .map(this::remote)
                .toList();
    }

    @Override
    public List<Destination> consumers(String address) {
        return where(state -> state.addresses().contains(address));
    }

    @Override
    public Optional<Destination> router(String id) {
        return paths.to(id).map(hop -> remote(id));
    }

    @Override
    public Optional<Destination> edge(String id) {
        return edges.downlink(id)
                .or(() -> where(state -> state.edges().contains(id)).stream().findFirst());
    }

    @Override
    public Optional<Destination> upwards() {
        return Optional.empty();
    }

    /** The addresses that only other routers know, and how many of those. */
    public Map<String, Integer> elsewhereOnly() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        paths.reachable()
                .forEach(id -> state(id).addresses().stream()
                        .filter(address ->
                                node.forwarder().addresses().find(address).isEmpty())
                        .forEach(address -> counts.merge(address, 1, Integer::sum)));
        return counts;
    }

    /** A router of the network as management shows it. */
    public record NodeView(
            String id, long instance, Map<String, Long> neighbours, String nextHop, long cost, long lastChange) {}

    /** All routers of the network that can be reached, this one first. */
    public List<NodeView> nodes() {
        List<NodeView> views = new ArrayList<>();
        views.add(view(node.id(), "(self)", 0));
        paths.hops().forEach((id, hop) -> views.add(view(id, hop.next().equals(id) ? "-" : hop.next(), hop.cost())));
        return views;
    }

    private NodeView view(String id, String nextHop, long cost) {
        RouterState state = state(id);
        return new NodeView(id, state.instance(), state.neighbours(), nextHop, cost, state.changed());
    }
}
