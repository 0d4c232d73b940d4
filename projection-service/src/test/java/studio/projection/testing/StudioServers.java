package studio.projection.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import studio.embedded.PostgresNode;

/** Gives the service under test a broker with an empty log, and an empty database. */
public final class StudioServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            TestLog.clear(Servers.kafka().bootstrapServers());
            PostgresNode.Database database = Servers.newDatabase();
            return Map.of(
                    "studio.kafka.bootstrap-servers", Servers.kafka().bootstrapServers(),
                    "studio.database.url", database.url(),
                    "studio.database.username", database.name(),
                    "studio.database.password", database.password(),
                    "studio.projection.tail.bookmark-interval", "200ms",
                    "studio.projection.tail.entry-limit", "50",
                    "studio.identity.cache-ttl", "1ms",
                    "quarkus.http.test-port", "0");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
