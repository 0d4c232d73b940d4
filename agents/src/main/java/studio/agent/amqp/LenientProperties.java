package studio.agent.amqp;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.FastPathDescribedTypeConstructor;
import org.apache.qpid.proton.message.impl.MessageImpl;

/**
 * Reads application properties whose keys are symbols, as routers send them in flow beacons and heartbeats. Proton-J takes strings
 * alone and drops the whole message. It keeps a decoder for each thread, in a place that only reflection reaches.
 */
final class LenientProperties implements FastPathDescribedTypeConstructor<ApplicationProperties> {

    private static final UnsignedLong CODE = UnsignedLong.valueOf(0x74);
    private static final Symbol DESCRIPTOR = Symbol.valueOf("amqp:application-properties:map");

    private final DecoderImpl decoder;

    private LenientProperties(DecoderImpl decoder) {
        this.decoder = decoder;
    }

    /** Makes this thread's decoder read them from now on. */
    static void install() {
        try {
            Field codecs = MessageImpl.class.getDeclaredField("tlsCodec");
            codecs.setAccessible(true);
            if (codecs.get(null) instanceof ThreadLocal<?> codec) {
                Object pair = codec.get();
                Field field = pair.getClass().getDeclaredField("decoder");
                field.setAccessible(true);
                if (field.get(pair) instanceof DecoderImpl decoder) {
                    LenientProperties lenient = new LenientProperties(decoder);
                    decoder.register(CODE, lenient);
                    decoder.register(DESCRIPTOR, lenient);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Proton-J keeps its decoder elsewhere", e);
        }
    }

    @Override
    public ApplicationProperties readValue() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (decoder.readObject() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> properties.put(String.valueOf(key), value));
        }
        return new ApplicationProperties(properties);
    }

    @Override
    public void skipValue() {
        decoder.readConstructor().skipValue();
    }

    @Override
    public boolean encodesJavaPrimitive() {
        return false;
    }

    @Override
    public Class<ApplicationProperties> getTypeClass() {
        return ApplicationProperties.class;
    }
}
