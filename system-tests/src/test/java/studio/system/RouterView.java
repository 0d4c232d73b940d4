package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;
import studio.agent.amqp.Query;
import studio.agent.amqp.Request;
import studio.agent.amqp.Target;
import studio.agent.boot.ManagementKeys;
import studio.agent.router.Place;

/** What a router itself says, and what somebody who can read the agent's keys does to it by hand. */
final class RouterView implements AutoCloseable {

    private static final String PREFIX = "io.skupper.router.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx = Vertx.vertx();
    private final ManagementSession session;

    private RouterView(int port, Path keys) {
        ManagementOptions options = new ManagementOptions(
                new Place("localhost", port),
                Optional.of(new ManagementKeys(keys).agent()),
                ManagementOptions.Limits.USUAL);
        session = Awaitility.await("the router at port " + port)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(CompletionException.class)
                .until(() -> ManagementSession.connect(vertx, options).join(), connected -> true);
    }

    static RouterView connect(int port, Path keys) {
        return new RouterView(port, keys);
    }

    /** All entities of a type. */
    List<Map<String, Object>> rows(String type, String... attributes) {
        return switch (new Query(PREFIX + type, List.of(attributes)).ask(session, Target.LOCAL)) {
            case Query.Rows.Found found -> found.rows();
            case Query.Rows.Missing missing -> throw new AssertionError(missing.toString());
        };
    }

    /** Waits for an entity like that. */
    Map<String, Object> await(String type, Predicate<Map<String, Object>> wanted, String... attributes) {
        return Awaitility.await(type)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows(type, attributes).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Certificates' generations of the connections to and from another router. */
    List<Object> generations(String other) {
        return rows("connection", "container", "role", "tlsOrdinal").stream()
                .filter(row -> other.equals(row.get("container")))
                .filter(row -> String.valueOf(row.get("role")).startsWith("inter-router"))
                .map(row -> row.getOrDefault("tlsOrdinal", 0L))
                .toList();
    }

    /** What the way to another router costs; nothing while there is none. */
    Optional<Object> cost(String other) {
        return rows("router.node", "id", "cost").stream()
                .filter(row -> other.equals(row.get("id")))
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.get("cost")));
    }

    void create(String type, String name, Map<String, Object> values) {
        ask(Request.create(PREFIX + type, name, values));
    }

    void delete(String type, String name) {
        ask(Request.delete(PREFIX + type, name));
    }

    private void ask(Request request) {
        assertThat(session.ask(request).isSuccess()).as(request.toString()).isTrue();
    }

    @Override
    public void close() {
        session.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
