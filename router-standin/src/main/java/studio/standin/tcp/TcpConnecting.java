package studio.standin.tcp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import studio.standin.core.ByteSink;
import studio.standin.core.Destination;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;
import studio.standin.peer.Ports;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsProfile;

/** One TCP connector: a consumer of its address that connects to a server for each stream. */
public final class TcpConnecting implements Destination {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int WAITING_LIMIT = 64 * 1024;

    /** Where it connects. */
    public record Settings(String name, String host, String port, String address, Optional<TlsProfile> profile) {}

    private final TcpAdaptor adaptor;
    private final Settings settings;
    private final TcpCounts counts;
    private final TcpAdaptor.Side side;
    private long dispatcher;

    /** A connector that does not consume yet. */
    public TcpConnecting(TcpAdaptor adaptor, Settings settings) {
        this.adaptor = adaptor;
        this.settings = settings;
        counts = new TcpCounts(settings.name());
        side = new TcpAdaptor.Side(counts, false, () -> settings.profile().map(TcpConnecting::tls), settings.host());
    }

    private static io.netty.handler.ssl.SslContext tls(TlsProfile profile) {
        try {
            return profile.use().client();
        } catch (TlsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes its address reachable, whether there is a server or not. */
    public void start() {
        dispatcher = adaptor.addDispatcher();
        counts.addDispatcher();
        adaptor.node().forwarder().addresses().add(settings.address(), this);
    }

    @Override
    public long load() {
        return counts.live().size();
    }

    @Override
    public boolean takesStreams() {
        return true;
    }

    @Override
    public void deliver(Parcel parcel) {
        parcel.settlement().release();
    }

    @Override
    public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
        Pending pending = new Pending(feed);
        new Bootstrap()
                .group(adaptor.node().loop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(adaptor.initializer(side, pending::made))
                .connect(new InetSocketAddress(settings.host(), Ports.number(settings.port())))
                .addListener((ChannelFuture done) -> {
                    if (done.isSuccess()) {
                        connected(request, pending);
                    } else {
                        pending.fail();
                    }
                });
        return Optional.of(pending);
    }

    private void connected(StreamRequest request, Pending pending) {
        TcpSocket socket = pending.socket.orElseThrow();
        adaptor.opened(side, socket);
        Optional<ByteSink> reply =
                adaptor.node().forwarder().open(new StreamRequest(request.replyTo(), "", Origin.HERE), socket);
        if (reply.isEmpty()) {
            pending.fail();
            socket.close();
            return;
        }
        pending.connected();
        socket.readInto(reply.get());
    }

    /** Keeps what comes until the server has answered. */
    private static final class Pending implements ByteSink {
        private final StreamFeed feed;
        private final Deque<byte[]> waiting = new ArrayDeque<>();
        private Optional<TcpSocket> socket = Optional.empty();
        private Optional<ByteSink> target = Optional.empty();
        private long size;
        private boolean ended;
        private boolean over;

        Pending(StreamFeed feed) {
            this.feed = feed;
        }

        void made(TcpSocket created) {
            socket = Optional.of(created);
        }

        void connected() {
            ByteSink sink = socket.orElseThrow().writing(feed);
            if (over) {
                sink.abort();
                return;
            }
            target = Optional.of(sink);
            waiting.forEach(sink::write);
            waiting.clear();
            if (ended) {
                sink.end();
            } else {
                feed.ready();
            }
        }

        void fail() {
            if (!over) {
                over = true;
                feed.broken();
            }
        }

        @Override
        public void write(byte[] bytes) {
            size += bytes.length;
            target.ifPresentOrElse(sink -> sink.write(bytes), () -> waiting.add(bytes));
        }

        @Override
        public boolean full() {
            return target.map(ByteSink::full).orElse(size > WAITING_LIMIT);
        }

        @Override
        public void end() {
            ended = true;
            target.ifPresent(ByteSink::end);
        }

        @Override
        public void abort() {
            over = true;
            target.ifPresent(ByteSink::abort);
        }
    }

    /** How it is configured. */
    public Settings settings() {
        return settings;
    }

    /** What it has carried. */
    public TcpCounts counts() {
        return counts;
    }

    /** Withdraws it and closes its connections. */
    public void close() {
        adaptor.removeDispatcher(dispatcher);
        adaptor.node().forwarder().addresses().remove(settings.address(), this);
        counts.live().forEach(TcpFlow::close);
    }
}
