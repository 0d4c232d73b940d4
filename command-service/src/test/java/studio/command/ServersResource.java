package studio.command;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.TestServers;

/** A real broker and a real database for the service under test, and a stand-in for the projection's tables. */
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    private Optional<TablesStandIn> tables = Optional.empty();

    /** Everything anew: it is called again for tests that start the service with other settings. */
    @Override
    public Map<String, String> start() {
        KafkaCluster kafka = TestServers.emptyKafka();
        // Each start has another class loader, in which the names begin anew.
        PostgresDatabase database = TestServers.newDatabase("command_" + Long.toHexString(System.nanoTime()));
        tables = Optional.of(new TablesStandIn(kafka, database));
        tables.get().start();
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
        tables.ifPresent(TablesStandIn::close);
    }
}
