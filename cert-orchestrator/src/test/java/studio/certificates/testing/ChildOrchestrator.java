package studio.certificates.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.process.Metrics;
import studio.certificates.process.Orchestrator;
import studio.certificates.signer.BuiltInSigner;
import studio.certificates.store.Database;
import studio.testkit.server.ChildJvm;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;

/** An orchestrator in a process of its own, which can be killed. */
public final class ChildOrchestrator {

    private ChildOrchestrator() {}

    /** The child's program. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[4]);
        Database database = Schema.in(arguments[1], arguments[2], arguments[3]);
        CertificatesConfig config = Settings.in(directory, Map.of("batch-limit", "7"));
        new Orchestrator(
                        new Orchestrator.Surroundings(
                                arguments[0],
                                (type, version) -> 0,
                                database,
                                BuiltInSigner.open(database, directory.resolve("master-key")),
                                new Metrics(database, config, new SimpleMeterRegistry())),
                        config,
                        InstantSource.system())
                .run();
    }

    /** Starts one. */
    public static ChildJvm start(KafkaCluster kafka, PostgresDatabase postgres, Path directory) {
        return ChildJvm.start(
                ChildOrchestrator.class,
                Path.of("target", "child-orchestrator.log"),
                kafka.bootstrapServers(),
                postgres.jdbcUrl(),
                postgres.username(),
                postgres.password(),
                directory.toString());
    }
}
