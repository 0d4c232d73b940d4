package studio.standin.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.qpid.proton.amqp.messaging.Properties;
import studio.standin.amqp.AmqpMessage;

/** Asks a router's management, one request after the other. */
public final class ManagementClient implements AutoCloseable {

    static final String PREFIX = "io.skupper.router.";

    /** An answer. */
    public record Reply(int code, String description, Optional<Object> body, Object correlation) {

        public Map<?, ?> map() {
            return (Map<?, ?>) body.orElseThrow();
        }

        private List<?> list(String key) {
            return map().get(key) instanceof List<?> list ? list : List.of();
        }

        /** The rows of a QUERY, each by name of column. */
        public List<Map<String, Object>> rows() {
            List<?> names = list("attributeNames");
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Object row : list("results")) {
                Map<String, Object> named = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    named.put(names.get(i).toString(), ((List<?>) row).get(i));
                }
                rows.add(named);
            }
            return rows;
        }
    }

    private final TestClient client;
    private final TestClient.In replies;
    private final TestClient.Out requests;
    private int sequence;

    public ManagementClient(TestClient client, String address) {
        this.client = client;
        replies = client.receiver("");
        requests = client.sender(address);
    }

    /** A number in a row; 0 if there is none. */
    static long number(Map<?, ?> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    public static ManagementClient connect(int port) {
        return new ManagementClient(TestClient.connect(port), "$management");
    }

    public TestClient client() {
        return client;
    }

    public Reply ask(Map<String, Object> properties, Object body) {
        return ask(properties, Optional.of(body));
    }

    /** Without a body the message has a null as its value. */
    public Reply ask(Map<String, Object> properties, Optional<Object> body) {
        send(properties, body, "c" + ++sequence);
        return reply();
    }

    /** Sends a request with that correlation id. */
    public void send(Map<String, Object> properties, Optional<Object> body, Object correlation) {
        Properties ids = new Properties();
        ids.setReplyTo(replies.address());
        ids.setCorrelationId(correlation);
        requests.send(
                body.isPresent()
                        ? AmqpMessage.of(ids, properties, body.get()).encode()
                        : new AmqpMessage(ids, properties, body).encodeWithNullBody());
    }

    /** Sends a request that says nowhere to answer to. */
    public void sendWithoutReplyTo(Map<String, Object> properties, Object body) {
        requests.send(AmqpMessage.of(new Properties(), properties, body).encode());
    }

    public Reply reply() {
        return decode(replies.next());
    }

    /** No answer within that time? */
    public boolean silentFor(long millis) {
        return replies.next(millis).isEmpty();
    }

    private static Reply decode(AmqpMessage message) {
        return new Reply(
                (int) number(message.applicationProperties(), "statusCode"),
                String.valueOf(message.applicationProperties().get("statusDescription")),
                message.body(),
                message.properties().getCorrelationId());
    }

    public Reply create(String type, String name, Map<String, Object> attributes) {
        return ask(Map.of("operation", "CREATE", "type", PREFIX + type, "name", name), attributes);
    }

    public Reply read(String type, String name) {
        return ask(Map.of("operation", "READ", "type", PREFIX + type, "name", name), Map.of());
    }

    public Reply update(String type, String name, Map<String, Object> attributes) {
        return ask(Map.of("operation", "UPDATE", "type", PREFIX + type, "name", name), attributes);
    }

    public Reply delete(String type, String name) {
        return ask(Map.of("operation", "DELETE", "type", PREFIX + type, "name", name), Map.of());
    }

    public Reply query(String type, String... attributes) {
        return ask(
                Map.of("operation", "QUERY", "entityType", PREFIX + type),
                Map.of("attributeNames", List.of(attributes)));
    }

    public List<Map<String, Object>> rows(String type) {
        return query(type).rows();
    }

    /** Waits until a row of that type is as wanted. */
    public Map<String, Object> awaitRow(String type, Predicate<Map<String, Object>> wanted) {
        return await(type)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
