package studio.command.process;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import studio.schema.registry.SchemaIds;
import studio.testkit.server.ChildJvm;

/** The command processor in a JVM of its own, which a test can kill as a crash would. */
final class ProcessorInstance {

    private final ChildJvm jvm;

    private ProcessorInstance(ChildJvm jvm) {
        this.jvm = jvm;
    }

    static ProcessorInstance start(String bootstrapServers, String instanceId, Path directory) {
        return new ProcessorInstance(ChildJvm.start(
                ProcessorInstance.class,
                directory.resolve(instanceId + ".log"),
                bootstrapServers,
                instanceId,
                directory.resolve(instanceId).toString()));
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
        jvm.kill9();
    }
}
