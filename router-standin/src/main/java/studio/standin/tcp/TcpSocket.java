package studio.standin.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.standin.amqp.Unheard;
import studio.standin.core.ByteSink;
import studio.standin.core.StreamFeed;

/**
 * One TCP connection: what it reads goes into a stream, what another stream brings it writes. Either direction may end before the other;
 * who is full is not read for.
 */
final class TcpSocket extends ChannelInboundHandlerAdapter implements StreamFeed {

    private static final long NANOS_PER_MICRO = 1_000;

    private final SocketChannel channel;
    private final List<Runnable> whenClosed = new ArrayList<>();
    private Optional<ByteSink> out = Optional.empty();
    private Optional<StreamFeed> in = Optional.empty();
    private boolean inputEnded;
    private boolean outputEnded;
    private boolean closed;
    private long bytesRead;
    private long bytesWritten;
    private long firstRead;
    private Optional<Long> waited = Optional.empty();

    TcpSocket(SocketChannel channel) {
        this.channel = channel;
        channel.config().setAllowHalfClosure(true);
        channel.config().setAutoRead(false);
    }

    void whenClosed(Runnable action) {
        whenClosed.add(action);
    }

    SocketChannel channel() {
        return channel;
    }

    long bytesRead() {
        return bytesRead;
    }

    long bytesWritten() {
        return bytesWritten;
    }

    /** How many microseconds passed from the first byte that was read to the first that was written after it. */
    Optional<Long> waited() {
        return waited;
    }

    /** Reads into that stream from now on. */
    void readInto(ByteSink sink) {
        out = Optional.of(sink);
        ready();
    }

    /** What a stream brings is written; its feed hears when there is room again. */
    ByteSink writing(StreamFeed feed) {
        in = Optional.of(feed);
        return new ByteSink() {
            @Override
            public void write(byte[] bytes) {
                written(bytes.length);
                Unheard.outcome(channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)));
            }

            @Override
            public boolean full() {
                return !channel.isWritable();
            }

            @Override
            public void end() {
                outputEnded = true;
                Unheard.outcome(channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(
                                done -> Unheard.outcome(channel.shutdownOutput().addListener(shut -> closeIfDone()))));
            }

            @Override
            public void abort() {
                outputEnded = true;
                close();
            }
        };
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        buffer.release();
        if (bytesRead == 0) {
            firstRead = System.nanoTime();
        }
        bytesRead += bytes.length;
        out.ifPresent(sink -> {
            sink.write(bytes);
            if (sink.full()) {
                channel.config().setAutoRead(false);
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !inputEnded) {
            inputEnded = true;
            out.ifPresent(ByteSink::end);
            closeIfDone();
        }
        context.fireUserEventTriggered(event);
    }

    private void written(int count) {
        if (bytesWritten == 0 && bytesRead > 0) {
            waited = Optional.of((System.nanoTime() - firstRead) / NANOS_PER_MICRO);
        }
        bytesWritten += count;
    }

    private void closeIfDone() {
        if (inputEnded && outputEnded) {
            close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable() && !outputEnded) {
            in.ifPresent(StreamFeed::ready);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (closed) {
            return;
        }
        closed = true;
        if (!inputEnded) {
            inputEnded = true;
            out.ifPresent(ByteSink::abort);
        }
        if (!outputEnded) {
            outputEnded = true;
            in.ifPresent(StreamFeed::broken);
        }
        whenClosed.forEach(Runnable::run);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Unheard.outcome(context.close());
    }

    @Override
    public void ready() {
        channel.config().setAutoRead(true);
    }

    @Override
    public void broken() {
        inputEnded = true;
        close();
    }

    void close() {
        Unheard.outcome(channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE));
    }
}
