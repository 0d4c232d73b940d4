package studio.projection.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.TestServers;

/** Gives the service under test a broker with an empty log, and an empty database. */
public final class StudioServers implements QuarkusTestResourceLifecycleManager {

    private Map<String, String> settings = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        settings = initArgs;
    }

    @Override
    public Map<String, String> start() {
        String kafka = TestLog.clear();
        PostgresDatabase database = TestServers.newDatabase("studio");
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of(
                "studio.kafka.bootstrap-servers",
                kafka,
                "studio.database.url",
                database.url(),
                "studio.database.username",
                database.username(),
                "studio.database.password",
                database.password(),
                "studio.projection.tail.bookmark-interval",
                "200ms",
                "studio.projection.tail.entry-limit",
                "50",
                "studio.identity.cache-ttl",
                "1ms",
                "studio.command.url",
                "http://127.0.0.1:" + freePort()));
        all.putAll(Map.of(
                "studio.projection.watch.bookmark-interval",
                "200ms",
                "studio.projection.watch.entry-limit",
                "50",
                // Its group would remember offsets of another test's log.
                "studio.planner.enabled",
                "false"));
        return all;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
