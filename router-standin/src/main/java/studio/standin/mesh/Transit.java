package studio.standin.mesh;

import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Properties;
import studio.standin.amqp.AmqpMessage;

/** A message between interior routers: at which of them it is to arrive, its address there, and itself, unread. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record Transit(String router, String to, byte[] message) {

    byte[] encode() {
        return AmqpMessage.of(new Properties(), Map.of(), List.of(router, to, new Binary(message)))
                .encode();
    }

    static Transit decode(byte[] packed) {
        if (AmqpMessage.decode(packed).body().orElseThrow() instanceof List<?> parts
                && parts.get(2) instanceof Binary message) {
            return new Transit(String.valueOf(parts.get(0)), String.valueOf(parts.get(1)), message.getArray());
        }
        throw new IllegalArgumentException("not a message between routers");
    }
}
