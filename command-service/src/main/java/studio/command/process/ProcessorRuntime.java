package studio.command.process;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import studio.schema.registry.SchemaIds;
import studio.streams.StreamsRun;
import studio.streams.ThreadFailures;

/** Starts, watches and stops the command processor. */
@ApplicationScoped
public class ProcessorRuntime {

    private static final int BEFORE_OTHERS = 100;
    private static final int AFTER_OTHERS = 10_000;

    private final KafkaConfig kafka;
    private final TopicsConfig topics;
    private final ProcessorConfig config;
    private final SchemaIds schemaIds;
    private final StreamsRun run;

    ProcessorRuntime(KafkaConfig kafka, TopicsConfig topics, ProcessorConfig config, SchemaIds schemaIds) {
        this.kafka = kafka;
        this.topics = topics;
        this.config = config;
        this.schemaIds = schemaIds;
        this.run =
                new StreamsRun("commands", new ThreadFailures(config.threadFailures(), config.threadFailuresWindow()));
    }

    /** Makes the topics before anything else in this service wants them, then starts deciding. */
    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        Map<String, Object> adminProperties =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (Admin admin = Admin.create(adminProperties)) {
            new TopicSetup(admin, topics, config.applicationId()).run();
            if (config.enabled()) {
                new OtherDeciders(admin, new BrokerAnswers(topics.timeout())).requireNone(config.applicationId());
            }
        }
        if (config.enabled()) {
            run.start(CommandTopology.build(config, schemaIds), StreamsProperties.of(kafka, topics, config));
        }
    }

    void stop(@Observes @Priority(AFTER_OTHERS) ShutdownEvent event) {
        run.stop(config.stopTimeout());
    }

    /** Says whether commands are decided here now, or are not meant to be. */
    public boolean isReady() {
        return !config.enabled() || run.isRunning();
    }

    /** Why the processor stopped for good, if it did. */
    public Optional<String> failure() {
        return run.failure();
    }
}
