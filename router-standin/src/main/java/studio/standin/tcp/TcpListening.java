package studio.standin.tcp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.amqp.Unheard;
import studio.standin.core.AddressTable;
import studio.standin.core.ByteSink;
import studio.standin.core.Destination;
import studio.standin.core.Forwarder;
import studio.standin.core.Origin;
import studio.standin.core.Parcel;
import studio.standin.core.StreamFeed;
import studio.standin.core.StreamRequest;
import studio.standin.peer.Ports;
import studio.standin.tls.TlsException;
import studio.standin.tls.TlsProfile;

/** One TCP listener. Its socket is bound as long as somebody consumes its address; a port in use is not tried again. */
public final class TcpListening {

    private static final Logger LOGGER = LoggerFactory.getLogger(TcpListening.class);

    /** How it listens. A listener of several addresses gets them one by one. */
    public record Settings(
            String name,
            String host,
            String port,
            Optional<String> address,
            Optional<TlsProfile> profile,
            boolean authenticatePeer,
            boolean weighted) {}

    private record Choice(long value, AddressTable.Watch watch) {}

    private final TcpAdaptor adaptor;
    private final Settings settings;
    private final TcpCounts counts;
    private final TcpAdaptor.Side side;
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final Map<String, Long> opened = new LinkedHashMap<>();
    private final Random random = new Random();
    private Optional<ChannelFuture> binding = Optional.empty();
    private String message = "";
    private boolean failed;
    private boolean closed;

    /** A listener without an address yet. */
    public TcpListening(TcpAdaptor adaptor, Settings settings) {
        this.adaptor = adaptor;
        this.settings = settings;
        counts = new TcpCounts(settings.name());
        side = new TcpAdaptor.Side(counts, true, () -> settings.profile().map(this::tls), "");
    }

    private io.netty.handler.ssl.SslContext tls(TlsProfile profile) {
        try {
            return settings.authenticatePeer()
                    ? profile.use().asking()
                    : profile.use().server();
        } catch (TlsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts to follow its own address. */
    public void start() {
        settings.address().ifPresent(address -> add(address, 0));
    }

    /** Follows that address, too. */
    public void add(String address, long value) {
        choices.put(
                address,
                new Choice(value, forwarder().addresses().watch(address, Optional.empty(), reachable -> follow())));
        follow();
    }

    /** Forgets that address. */
    public void remove(String address) {
        Optional.ofNullable(choices.remove(address))
                .ifPresent(choice -> choice.watch().end());
        follow();
    }

    /** Has it further addresses? */
    public boolean hasAddresses() {
        return !choices.isEmpty();
    }

    /** How many connections were sent to that address. */
    public long openedTo(String address) {
        return opened.getOrDefault(address, 0L);
    }

    private Forwarder forwarder() {
        return adaptor.node().forwarder();
    }

    private Optional<String> choose() {
        var reachable = choices.entrySet().stream()
                .filter(choice -> choice.getValue().watch().reachable())
                .toList();
        if (!settings.weighted() || reachable.isEmpty()) {
            return reachable.stream()
                    .max(Comparator.comparingLong(choice -> choice.getValue().value()))
                    .map(Map.Entry::getKey);
        }
        long sum = Math.max(
                1,
                reachable.stream()
                        .mapToLong(choice -> choice.getValue().value())
                        .sum());
        long lot = random.nextLong(sum);
        for (var choice : reachable) {
            lot -= choice.getValue().value();
            if (lot < 0) {
                return Optional.of(choice.getKey());
            }
        }
        return Optional.of(reachable.getLast().getKey());
    }

    private void follow() {
        boolean wanted = !closed && choose().isPresent();
        if (wanted && binding.isEmpty() && !failed) {
            bind();
        } else if (!wanted) {
            binding.ifPresent(bound -> Unheard.outcome(bound.channel().close()));
            binding = Optional.empty();
        }
    }

    private void bind() {
        if (!Ports.known(settings.port())) {
            failed = true;
            message = "Servname not supported for ai_socktype - listen on " + settings.host() + ":" + settings.port();
            return;
        }
        InetSocketAddress address = settings.host().isEmpty()
                ? new InetSocketAddress(Ports.number(settings.port()))
                : new InetSocketAddress(settings.host(), Ports.number(settings.port()));
        ChannelFuture bind = new ServerBootstrap()
                .group(adaptor.node().loop())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(adaptor.initializer(side, this::accepted))
                .bind(address);
        binding = Optional.of(bind);
        bind.addListener((ChannelFuture done) -> {
            if (!done.isSuccess()) {
                failed = true;
                binding = Optional.empty();
                message = reason(done.cause()) + " - listen on " + settings.host() + ":" + settings.port();
                LOGGER.warn("TCP listener {}: {}", settings.name(), message);
            } else {
                message = "";
                LOGGER.info(
                        "TCP listener {} at {}", settings.name(), done.channel().localAddress());
            }
        });
    }

    private static String reason(Throwable cause) {
        if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("assign")) {
            return "Cannot assign requested address";
        }
        return cause instanceof BindException ? "Address already in use" : String.valueOf(cause.getMessage());
    }

    private void accepted(TcpSocket socket) {
        // the stream is opened once the channel is active
        socket.channel().eventLoop().execute(() -> connect(socket));
    }

    private void connect(TcpSocket socket) {
        adaptor.opened(side, socket);
        Forwarder forwarder = forwarder();
        Optional<String> address = choose();
        if (address.isEmpty()) {
            socket.close();
            return;
        }
        opened.merge(address.get(), 1L, Long::sum);
        String local = forwarder.newLocal(new Replies(socket));
        socket.whenClosed(() -> forwarder.noLocal(local));
        forwarder
                .open(new StreamRequest(address.get(), forwarder.globally(local), Origin.HERE), socket)
                .ifPresentOrElse(socket::readInto, socket::close);
    }

    /** Where the other side of one connection sends its bytes to. */
    private record Replies(TcpSocket socket) implements Destination {
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
            return Optional.of(socket.writing(feed));
        }
    }

    /** Is its socket bound? */
    public boolean up() {
        return binding.filter(bound -> bound.isSuccess()).isPresent();
    }

    /** Where it is bound. */
    public Optional<InetSocketAddress> localAddress() {
        return binding.filter(bound -> bound.isSuccess())
                .map(ChannelFuture::channel)
                .map(Channel::localAddress)
                .map(InetSocketAddress.class::cast);
    }

    /** Why it is not. */
    public String message() {
        return message;
    }

    /** How it is configured. */
    public Settings settings() {
        return settings;
    }

    /** What it has carried. */
    public TcpCounts counts() {
        return counts;
    }

    /** Closes it and its connections. */
    public void close() {
        closed = true;
        choices.values().forEach(choice -> choice.watch().end());
        choices.clear();
        follow();
        counts.live().forEach(TcpFlow::close);
    }
}
