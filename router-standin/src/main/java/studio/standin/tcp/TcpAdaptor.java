package studio.standin.tcp;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.standin.peer.Node;

/** The TCP connections of one router. */
public final class TcpAdaptor {

    /** What a listener or connector is called and how it is secured. */
    record Side(TcpCounts counts, boolean incoming, Supplier<Optional<SslContext>> tls, String host) {}

    private final Node node;
    private final Map<Long, TcpFlow> flows = new LinkedHashMap<>();
    private final Set<Long> dispatchers = new LinkedHashSet<>();
    private final List<BiConsumer<TcpFlow, Boolean>> observers = new ArrayList<>();

    /** Those of that node. */
    public TcpAdaptor(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    /** Tells of each connection that it opened (true) or closed. */
    public void observe(BiConsumer<TcpFlow, Boolean> observer) {
        observers.add(observer);
    }

    /** The connections that last. */
    public List<TcpFlow> flows() {
        return List.copyOf(flows.values());
    }

    /** The numbers of what the connectors are behind, which management shows as connections, too. */
    public List<Long> dispatchers() {
        return List.copyOf(dispatchers);
    }

    long addDispatcher() {
        long number = node.nextNumber();
        dispatchers.add(number);
        return number;
    }

    void removeDispatcher(long number) {
        dispatchers.remove(number);
    }

    /** The connection of that number. */
    public Optional<TcpFlow> flow(long number) {
        return Optional.ofNullable(flows.get(number));
    }

    ChannelHandler initializer(Side side, Consumer<TcpSocket> made) {
        return new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                side.tls()
                        .get()
                        .ifPresent(tls -> channel.pipeline()
                                .addLast(
                                        side.incoming()
                                                ? tls.newHandler(channel.alloc())
                                                : tls.newHandler(channel.alloc(), side.host(), 0)));
                TcpSocket socket = new TcpSocket(channel);
                channel.pipeline().addLast(socket);
                made.accept(socket);
            }
        };
    }

    /** Counts a connection that is there now. */
    void opened(Side side, TcpSocket socket) {
        TcpFlow flow = new TcpFlow(node.nextNumber(), socket, side.counts(), side.incoming());
        side.counts().add(flow);
        flows.put(flow.number(), flow);
        observers.forEach(observer -> observer.accept(flow, true));
        socket.whenClosed(() -> {
            flow.end();
            side.counts().remove(flow);
            flows.remove(flow.number());
            observers.forEach(observer -> observer.accept(flow, false));
        });
    }
}
