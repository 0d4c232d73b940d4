package studio.standin.amqp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Feeds a connection from its channel. With TLS the connection is made when the handshake is done, so that the peer is known. */
final class AmqpChannelHandler extends ChannelInboundHandlerAdapter {

    /** Told what became of a channel that never came as far as a connection. */
    interface Refused {
        void refused(String reason);
    }

    private final boolean tls;
    private final Supplier<AmqpConnection> creation;
    private final Refused refused;
    private Optional<AmqpConnection> connection = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<ScheduledFuture<?>> ticking = Optional.empty();

    AmqpChannelHandler(boolean tls, Supplier<AmqpConnection> creation, Refused refused) {
        this.tls = tls;
        this.creation = creation;
        this.refused = refused;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!tls) {
            start(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event.equals(TlsDoor.PLAIN)) {
            start(context);
        } else if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                start(context);
            } else {
                fail(handshake.cause());
                Unheard.outcome(context.close());
            }
        }
        context.fireUserEventTriggered(event);
    }

    private void start(ChannelHandlerContext context) {
        AmqpConnection made = creation.get();
        connection = Optional.of(made);
        made.start();
        ticking = Optional.of(context.executor()
                .scheduleAtFixedRate(() -> made.tick(System.nanoTime() / 1_000_000), 0, 1, TimeUnit.SECONDS));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            connection.ifPresent(made -> made.received(bytes.nioBuffer()));
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        connection.ifPresent(AmqpConnection::pump);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ticking.ifPresent(ticks -> ticks.cancel(false));
        connection.ifPresentOrElse(
                AmqpConnection::channelClosed, () -> refused.refused(failure.orElse("Connection closed")));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause);
        Unheard.outcome(context.close());
    }

    private void fail(Throwable cause) {
        String reason = TlsAlerts.describe(cause);
        failure = Optional.of(failure.orElse(reason));
        connection.ifPresent(made -> made.fail(reason));
    }
}
