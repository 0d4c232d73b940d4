package studio.standin;

import io.netty.channel.ChannelFuture;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.core.Address;
import studio.standin.core.AddressTable;
import studio.standin.core.Distributions;
import studio.standin.core.Forwarder;
import studio.standin.edge.EdgePeers;
import studio.standin.edge.Uplink;
import studio.standin.flow.FlowSource;
import studio.standin.manage.Configurator;
import studio.standin.manage.Management;
import studio.standin.mesh.Mesh;
import studio.standin.peer.Node;
import studio.standin.peer.Role;

/**
 * One router, in this process: started from the same configuration as skrouterd, stopped by closing it. What was made over management is
 * lost then. Several of them in one process know nothing of each other but what their connections tell.
 */
public final class StandInRouter implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(StandInRouter.class);
    private static final int WAIT_SECONDS = 60;

    private final String id;
    private final NioEventLoopGroup loop;
    private final Node node;
    private final Configurator configurator;
    private final Management management;

    private StandInRouter(RouterConfiguration configuration) {
        id = configuration.id();
        loop = new NioEventLoopGroup(1, new DefaultThreadFactory("standin-" + id, true));
        AddressTable addresses = new AddressTable();
        Forwarder forwarder = new Forwarder(id, configuration.edge(), addresses, new Distributions());
        node = new Node(id, configuration.edge(), loop, forwarder);
        Optional<Mesh> mesh = configuration.edge() ? Optional.empty() : Optional.of(interior(addresses));
        if (configuration.edge()) {
            edge(addresses);
        }
        configurator = new Configurator(node, new studio.standin.tcp.TcpAdaptor(node));
        management = new Management(node, configurator, mesh);
        forwarder.local(Address.MANAGEMENT, management);
    }

    private Mesh interior(AddressTable addresses) {
        EdgePeers edges = new EdgePeers(node);
        Mesh mesh = new Mesh(node, edges, System.currentTimeMillis());
        node.connect(mesh);
        node.owner(Role.INTER_ROUTER, mesh);
        node.owner(Role.INTER_ROUTER_DATA, mesh);
        node.owner(Role.EDGE, edges);
        edges.whenChanged(mesh::advertise);
        addresses.connect(address -> !mesh.consumers(address).isEmpty(), address -> mesh.advertise(), address -> {});
        return mesh;
    }

    private void edge(AddressTable addresses) {
        Uplink uplink = new Uplink(node);
        node.connect(uplink);
        node.owner(Role.EDGE, uplink);
        addresses.connect(
                address -> !uplink.consumers(address).isEmpty(), uplink::consumersChanged, uplink::producersChanged);
    }

    /** Starts a router; what its configuration cannot be is an {@link IllegalArgumentException} with the reason. */
    public static StandInRouter start(RouterConfiguration configuration) {
        StandInRouter router = new StandInRouter(configuration);
        try {
            router.await(() -> {
                        configuration
                                .entities()
                                .forEach(entity -> router.management.configure(entity.type(), entity.attributes()));
                        router.management.complete();
                        FlowSource.start(router.node, router.configurator, configuration.site());
                        return router.configurator.bindings();
                    })
                    .forEach(ChannelFuture::awaitUninterruptibly);
        } catch (RuntimeException e) {
            router.close();
            throw e;
        }
        LOGGER.info(
                "{}: stand-in router for laptops and tests, behaves like skrouterd {} (mode {})",
                router.id,
                Node.VERSION,
                configuration.edge() ? "edge" : "interior");
        return router;
    }

    private <T> T await(Callable<T> action) {
        try {
            return loop.submit(action).get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalArgumentException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("router " + id + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The router's name. */
    public String id() {
        return id;
    }

    /** Where its AMQP listeners are, in the order of their creation: a listener at port 0 has an own one. */
    public List<InetSocketAddress> listeners() {
        return await(() -> configurator.listeners().stream()
                .flatMap(listener -> listener.localAddress().stream())
                .toList());
    }

    /** Where the TCP listener of that name is bound, if it is. */
    public Optional<InetSocketAddress> tcpListener(String name) {
        return await(() -> Optional.ofNullable(configurator.tcp().listeners().get(name))
                .flatMap(listener -> listener.localAddress()));
    }

    /** How many connections it has, by role. */
    public Map<String, Long> connections() {
        return await(() -> node.peers().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        peer -> peer.role().text(), java.util.stream.Collectors.counting())));
    }

    @Override
    public void close() {
        if (!loop.isShuttingDown()) {
            await(() -> {
                configurator.close();
                node.peers().forEach(peer -> peer.close());
                return id;
            });
            loop.shutdownGracefully(0, WAIT_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    /** Ends it as a kill would: nobody is told. */
    public void kill() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
