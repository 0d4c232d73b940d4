package studio.command.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import studio.schema.registry.SchemaIds;

/** The command processor in a JVM of its own, which a test can kill as a crash would. */
final class ProcessorInstance {

    private final Process process;

    private ProcessorInstance(Process process) {
        this.process = process;
    }

    static ProcessorInstance start(String bootstrapServers, String instanceId, Path directory) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                System.getProperty("java.class.path"),
                ProcessorInstance.class.getName(),
                bootstrapServers,
                instanceId,
                directory.resolve(instanceId).toString());
        try {
            Files.createDirectories(directory);
            return new ProcessorInstance(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve(instanceId + ".log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) {
        KafkaConfig kafka = () -> arguments[0];
        ProcessorConfig config =
                new TestProcessorConfig(arguments[1], Path.of(arguments[2]), Duration.ofHours(1), 100_000);
        KafkaStreams streams = new KafkaStreams(
                CommandTopology.build(config, SchemaIds.none()),
                StreamsProperties.of(kafka, new TestTopicsConfig(), config));
        streams.setUncaughtExceptionHandler(thrown -> StreamThreadExceptionResponse.REPLACE_THREAD);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(config.stopTimeout())));
        streams.start();
    }

    void kill9() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
