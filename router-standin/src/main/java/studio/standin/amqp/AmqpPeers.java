package studio.standin.amqp;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes connections, out and in, all on one event loop. */
public final class AmqpPeers {

    private static final int CONNECT_MILLIS = 10_000;

    /** What an own connection needs once its channel is ready. */
    public record Plan(Terms terms, SaslSide sasl, AmqpEvents events) {}

    private final EventLoopGroup loop;

    /** Peers on that event loop. */
    public AmqpPeers(EventLoopGroup loop) {
        this.loop = loop;
    }

    /**
     * Accepts connections there. The TLS context is asked for at each of them, so that a rotated certificate is used by the next one.
     */
    public ChannelFuture listen(
            InetSocketAddress address,
            Supplier<Optional<SslContext>> tls,
            boolean tlsRequired,
            Function<Channel, Plan> plan) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        initializer(tls, (channel, context) -> new TlsDoor(context, tlsRequired), plan, reason -> {}))
                .bind(address);
    }

    /** Connects there; what fails before there is a connection is told to {@code refused}. */
    public void connect(
            InetSocketAddress address,
            Optional<SslContext> tls,
            Function<Channel, Plan> plan,
            Consumer<String> refused) {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(initializer(
                        () -> tls,
                        (channel, context) ->
                                context.newHandler(channel.alloc(), address.getHostString(), address.getPort()),
                        plan,
                        refused))
                .connect(address)
                .addListener((ChannelFuture done) -> {
                    if (!done.isSuccess()) {
                        refused.accept(ConnectFailures.describe(address, done.cause()));
                    }
                });
    }

    private static ChannelInitializer<Channel> initializer(
            Supplier<Optional<SslContext>> tls,
            BiFunction<Channel, SslContext, ChannelHandler> door,
            Function<Channel, Plan> plan,
            Consumer<String> refused) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                ChannelPipeline pipeline = channel.pipeline();
                Optional<SslContext> context = tls.get();
                context.ifPresent(ssl -> pipeline.addLast(door.apply(channel, ssl)));
                pipeline.addLast(new AmqpChannelHandler(
                        context.isPresent(), () -> create(channel, plan.apply(channel)), refused::accept));
            }
        };
    }

    private static AmqpConnection create(Channel channel, Plan plan) {
        return new AmqpConnection(channel, plan.terms(), plan.sasl(), plan.events());
    }
}
