package studio.standin.amqp;

import java.util.List;
import java.util.Map;

/** What a connection says of itself when it opens. An idle time of zero is not said. */
public record Terms(
        String container,
        String hostname,
        int maxFrameSize,
        int idleTimeoutMillis,
        Map<String, Object> properties,
        List<String> capabilities) {

    /** The terms of a client that has nothing special to say. */
    public static Terms of(String container, String hostname) {
        return new Terms(container, hostname, 16_384, 16_000, Map.of(), List.of());
    }
}
