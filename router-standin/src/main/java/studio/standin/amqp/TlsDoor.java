package studio.standin.amqp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslContext;
import java.util.List;

/** Looks at a client's first byte: TLS goes on as TLS, anything else is let in only where TLS is not required. */
final class TlsDoor extends ByteToMessageDecoder {

    /** Told to the channel when it goes on in the clear. */
    static final Object PLAIN = new Object();

    private static final int TLS_HANDSHAKE = 0x16;

    private final SslContext context;
    private final boolean required;

    TlsDoor(SslContext context, boolean required) {
        this.context = context;
        this.required = required;
    }

    @Override
    protected void decode(ChannelHandlerContext channel, ByteBuf in, List<Object> out) {
        if (in.getUnsignedByte(in.readerIndex()) == TLS_HANDSHAKE) {
            channel.pipeline().replace(this, "tls", context.newHandler(channel.alloc()));
        } else if (required) {
            in.skipBytes(in.readableBytes());
            Unheard.outcome(channel.close());
        } else {
            channel.fireUserEventTriggered(PLAIN);
            channel.pipeline().remove(this);
        }
    }
}
