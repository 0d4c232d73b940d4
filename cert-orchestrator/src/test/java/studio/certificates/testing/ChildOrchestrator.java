package studio.certificates.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.process.Metrics;
import studio.certificates.process.Orchestrator;
import studio.certificates.signer.BuiltInSigner;
import studio.certificates.store.Database;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;

/** An orchestrator in a process of its own, which can be killed. */
public final class ChildOrchestrator {

    private final Process process;

    private ChildOrchestrator(Process process) {
        this.process = process;
    }

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
    public static ChildOrchestrator start(KafkaCluster kafka, PostgresDatabase postgres, Path directory) {
        try {
            return new ChildOrchestrator(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ChildOrchestrator.class.getName(),
                            kafka.bootstrapServers(),
                            postgres.jdbcUrl(),
                            postgres.username(),
                            postgres.password(),
                            directory.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "child-orchestrator.log")))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a killed process goes on");
        }
    }
}
