package studio.standin.amqp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;

/**
 * A message with the address that it is going to in front of it, for links between routers that carry messages to many addresses: the
 * message's own {@code to} may be empty, or another one.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Named(String to, byte[] message) {

    private static final Symbol KEY = Symbol.valueOf("x-opt-standin.to");
    private static final int SLACK = 64;

    /** On the wire. */
    public byte[] encode() {
        EncoderImpl encoder = encoder(new DecoderImpl());
        ByteBuffer buffer = ByteBuffer.allocate(message.length + to.length() * 4 + SLACK);
        encoder.setByteBuffer(buffer);
        encoder.writeObject(new DeliveryAnnotations(Map.of(KEY, to)));
        buffer.put(message);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static EncoderImpl encoder(DecoderImpl decoder) {
        EncoderImpl encoder = new EncoderImpl(decoder);
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
        return encoder;
    }

    /** The message and its address, if there is one in front of it. */
    public static Optional<Named> decode(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != 0 || bytes[1] != 0x53 || bytes[2] != 0x71) {
            return Optional.empty();
        }
        DecoderImpl decoder = new DecoderImpl();
        encoder(decoder);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        decoder.setByteBuffer(buffer);
        try {
            return decoder.readObject() instanceof DeliveryAnnotations annotations
                    ? Optional.ofNullable(annotations.getValue().get(KEY))
                            .map(to -> new Named(
                                    to.toString(), Arrays.copyOfRange(bytes, buffer.position(), bytes.length)))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
