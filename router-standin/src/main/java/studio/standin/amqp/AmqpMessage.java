package studio.standin.amqp;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;

/**
 * The parts of a message that a router looks at. Proton's own message type refuses application properties with symbols as keys, which
 * flow beacons have: here keys are text, whatever they were on the wire.
 */
public record AmqpMessage(Properties properties, Map<String, Object> applicationProperties, Optional<Object> body) {

    private static final int FIRST_BUFFER = 4096;
    private static final byte[] APPLICATION_PROPERTIES = {0, 0x53, 0x74};
    private static final ThreadLocal<Codec> CODEC = ThreadLocal.withInitial(Codec::create);

    private record Codec(DecoderImpl decoder, EncoderImpl encoder) {
        static Codec create() {
            DecoderImpl decoder = new DecoderImpl();
            EncoderImpl encoder = new EncoderImpl(decoder);
            AMQPDefinedTypes.registerAllTypes(decoder, encoder);
            return new Codec(decoder, encoder);
        }
    }

    /** A message with this value as its body. */
    public static AmqpMessage of(Properties properties, Map<String, Object> applicationProperties, Object body) {
        return new AmqpMessage(properties, applicationProperties, Optional.of(body));
    }

    /** Where the message wants to go, as its sender wrote it. */
    public Optional<String> to() {
        return Optional.ofNullable(properties.getTo());
    }

    /** Where an answer is to go, as the sender wrote it. */
    public Optional<String> replyTo() {
        return Optional.ofNullable(properties.getReplyTo());
    }

    /** Reads the whole message; an {@link IllegalArgumentException} says that it is none. */
    public static AmqpMessage decode(byte[] bytes) {
        return read(bytes, false);
    }

    /** Reads as far as the addresses: a router passes the rest on unread. */
    public static AmqpMessage decodeAddresses(byte[] bytes) {
        return read(bytes, true);
    }

    private static AmqpMessage read(byte[] bytes, boolean addressesOnly) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        DecoderImpl decoder = CODEC.get().decoder();
        decoder.setByteBuffer(buffer);
        Properties properties = new Properties();
        Map<String, Object> application = new LinkedHashMap<>();
        Optional<Object> body = Optional.empty();
        try {
            while (buffer.hasRemaining()) {
                if (startsApplicationProperties(buffer)) {
                    if (addressesOnly) {
                        break;
                    }
                    buffer.position(buffer.position() + APPLICATION_PROPERTIES.length);
                    application.putAll(textKeys(decoder.readObject()));
                    continue;
                }
                switch (decoder.readObject()) {
                    case Properties section -> properties = section;
                    case AmqpValue value -> body = Optional.ofNullable(value.getValue());
                    case Data data -> body = Optional.of(data.getValue());
                    case Object other -> ignore(other);
                }
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an AMQP message: " + e.getMessage(), e);
        } finally {
            decoder.setByteBuffer(ByteBuffer.allocate(0));
        }
        return new AmqpMessage(properties, application, body);
    }

    private static void ignore(Object section) {
        assert section != null : "a section is never null";
    }

    private static boolean startsApplicationProperties(ByteBuffer buffer) {
        int start = buffer.position();
        int end = Math.min(buffer.limit(), start + APPLICATION_PROPERTIES.length);
        byte[] first = new byte[end - start];
        buffer.get(start, first);
        return Arrays.equals(first, APPLICATION_PROPERTIES);
    }

    private static Map<String, Object> textKeys(Object map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        }
        return keyed;
    }

    /** The message on the wire. */
    public byte[] encode() {
        return encode(new LinkedHashMap<>(applicationProperties));
    }

    /** The message on the wire with symbols as keys of its application properties, as routers write flow beacons. */
    public byte[] encodeWithSymbols() {
        Map<Object, Object> symbols = new HashMap<>();
        applicationProperties.forEach((key, value) -> symbols.put(Symbol.valueOf(key), value));
        return encode(symbols);
    }

    private byte[] encode(Map<?, ?> application) {
        return encoded(encoder -> {
            encoder.writeObject(properties);
            if (!application.isEmpty()) {
                encoder.getBuffer().put(APPLICATION_PROPERTIES, 0, APPLICATION_PROPERTIES.length);
                encoder.writeObject(application);
            }
            body.ifPresent(value -> encoder.writeObject(new AmqpValue(value)));
        });
    }

    /** The message on the wire with a null as its body, which some refusals have. */
    public byte[] encodeWithNullBody() {
        return encoded(encoder -> {
            encoder.writeObject(properties);
            encoder.getBuffer().put(APPLICATION_PROPERTIES, 0, APPLICATION_PROPERTIES.length);
            encoder.writeObject(applicationProperties);
            encoder.writeObject(new AmqpValue(null));
        });
    }

    private static byte[] encoded(Consumer<EncoderImpl> writing) {
        EncoderImpl encoder = CODEC.get().encoder();
        int size = FIRST_BUFFER;
        while (true) {
            ByteBuffer buffer = ByteBuffer.allocate(size);
            encoder.setByteBuffer(buffer);
            try {
                writing.accept(encoder);
                return Arrays.copyOf(buffer.array(), buffer.position());
            } catch (BufferOverflowException e) {
                // again with more room: the encoder cannot tell beforehand
                size *= 2;
            }
        }
    }
}
