package studio.command;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.TestServers;

/** A real broker and a real database for the service under test, and a stand-in for the projection's tables. */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    private final KafkaCluster kafka = TestServers.emptyKafka();
    private final PostgresDatabase database = TestServers.newDatabase("command_service");
    private final TablesStandIn tables = new TablesStandIn(kafka, database);

    @Override
    public Map<String, String> start() {
        tables.start();
        return Map.of(
                "studio.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "studio.database.url", database.url(),
                "studio.database.username", database.username(),
                "studio.database.password", database.password(),
                "studio.data-dir", directory().toString());
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "command-service-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        tables.close();
    }
}
