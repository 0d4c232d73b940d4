package studio.standin.edge;

import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Properties;
import studio.standin.amqp.AmqpMessage;

/** Told to an edge router: whether an address that it sends to can be reached elsewhere. */
record Tracking(String address, boolean reachable) {

    static final String SOURCE = "_$qd.edge_addr_tracking";

    byte[] encode() {
        return AmqpMessage.of(new Properties(), Map.of(), Map.of("address", address, "reachable", reachable))
                .encode();
    }

    static Tracking decode(byte[] message) {
        if (AmqpMessage.decode(message).body().orElse("") instanceof Map<?, ?> map) {
            return new Tracking(String.valueOf(map.get("address")), Boolean.TRUE.equals(map.get("reachable")));
        }
        throw new IllegalArgumentException("not a message about an address");
    }
}
