package studio.standin.peer;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import studio.standin.amqp.AmqpPeers;
import studio.standin.core.Destination;
import studio.standin.core.Forwarder;
import studio.standin.core.Further;
import studio.standin.policy.PolicyRules;
import studio.standin.tls.TlsProfile;

/** What the parts of one router share. */
public final class Node {

    /** What the router says it is when it opens a connection. */
    public static final String PRODUCT = "skupper-router-standin";

    /** The version of the real router that it behaves like. */
    public static final String VERSION = "3.5.1-standin";

    private final String id;
    private final boolean edge;
    private final EventLoopGroup loop;
    private final AmqpPeers amqp;
    private final Forwarder forwarder;
    private final PolicyRules policy = new PolicyRules();
    private final Map<String, TlsProfile> profiles = new HashMap<>();
    private final Map<Long, Peer> peers = new LinkedHashMap<>();
    private final Map<Role, PeerOwner> owners = new HashMap<>();
    private final List<Runnable> topologyListeners = new ArrayList<>();
    private Further further = Further.NOWHERE;
    private long numbers;

    /** The parts of that router, none of them made yet. */
    public Node(String id, boolean edge, EventLoopGroup loop, Forwarder forwarder) {
        this.id = id;
        this.edge = edge;
        this.loop = loop;
        this.amqp = new AmqpPeers(loop);
        this.forwarder = forwarder;
    }

    /** The router's name. */
    public String id() {
        return id;
    }

    /** Is it an edge router? */
    public boolean edge() {
        return edge;
    }

    /** The event loop on which everything of it happens. */
    public EventLoopGroup loop() {
        return loop;
    }

    /** Its way to make connections. */
    public AmqpPeers amqp() {
        return amqp;
    }

    /** Its addresses. */
    public Forwarder forwarder() {
        return forwarder;
    }

    /** Its policy. */
    public PolicyRules policy() {
        return policy;
    }

    /** Its certificates. */
    public Map<String, TlsProfile> profiles() {
        return profiles;
    }

    /** Says who speaks with the peers of a role. */
    public void owner(Role role, PeerOwner owner) {
        owners.put(role, owner);
    }

    PeerOwner owner(Role role) {
        return owners.getOrDefault(role, PeerOwner.CLIENTS);
    }

    /** A number for the next connection. */
    public long nextNumber() {
        return ++numbers;
    }

    void add(Peer peer) {
        peers.put(peer.number(), peer);
    }

    void remove(Peer peer) {
        peers.remove(peer.number());
    }

    /** Its connections. */
    public List<Peer> peers() {
        return List.copyOf(peers.values());
    }

    /** The connection of that number. */
    public Optional<Peer> peer(long number) {
        return Stream.ofNullable(peers.get(number)).findFirst();
    }

    /** Says how to reach other interior routers. */
    public void connect(Further network) {
        further = network;
        forwarder.connect(network);
    }

    /** The way to that interior router, for what only passes through this one. */
    Optional<Destination> through(String router) {
        return further.router(router);
    }

    /** Runs this whenever other routers come or go, until the answer is run. */
    public Runnable whenTopologyChanges(Runnable action) {
        topologyListeners.add(action);
        return () -> topologyListeners.remove(action);
    }

    /** Other routers came or went. */
    public void topologyChanged() {
        forwarder.addresses().changed();
        List.copyOf(topologyListeners).forEach(Runnable::run);
    }

    /** Does this on the event loop, later. */
    public ScheduledFuture<?> after(long millis, Runnable action) {
        return loop.next().schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** Closes the connections that were secured with that profile before its oldest valid generation. */
    public void closeExpired(TlsProfile profile) {
        peers().stream()
                .filter(peer -> peer.security()
                        .profile()
                        .filter(used -> used == profile)
                        .isPresent())
                .filter(peer -> peer.security().ordinal() < profile.oldestValid())
                .forEach(Peer::close);
    }
}
