package studio.command.process;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.schema.registry.SchemaIds;

/** Starts, watches and stops the command processor. */
@ApplicationScoped
public class ProcessorRuntime {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProcessorRuntime.class);
    private static final int BEFORE_OTHERS = 100;
    private static final int AFTER_OTHERS = 10_000;

    private final KafkaConfig kafka;
    private final TopicsConfig topics;
    private final ProcessorConfig config;
    private final SchemaIds schemaIds;
    private final ThreadFailures failures;
    private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();
    private final AtomicReference<String> failure = new AtomicReference<>();

    ProcessorRuntime(KafkaConfig kafka, TopicsConfig topics, ProcessorConfig config, SchemaIds schemaIds) {
        this.kafka = kafka;
        this.topics = topics;
        this.config = config;
        this.schemaIds = schemaIds;
        this.failures = new ThreadFailures(config.threadFailures(), config.threadFailuresWindow());
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
            KafkaStreams started = new KafkaStreams(
                    CommandTopology.build(config, schemaIds), StreamsProperties.of(kafka, topics, config));
            started.setUncaughtExceptionHandler(this::onFailure);
            streams.set(started);
            started.start();
        }
    }

    void stop(@Observes @Priority(AFTER_OTHERS) ShutdownEvent event) {
        KafkaStreams running = streams.get();
        if (running != null && !running.close(config.stopTimeout())) {
            LOGGER.atWarn()
                    .addKeyValue("timeout", config.stopTimeout())
                    .log("the command processor did not stop in time");
        }
    }

    /** Says whether commands are decided here now, or are not meant to be. */
    public boolean isReady() {
        KafkaStreams running = streams.get();
        return !config.enabled() || (running != null && running.state() == KafkaStreams.State.RUNNING);
    }

    /** Why the processor stopped for good, if it did. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get()).or(this::end);
    }

    /** Kafka Streams may give up by itself, such as when no thread can be started in place of one that failed. */
    private Optional<String> end() {
        return Optional.ofNullable(streams.get())
                .map(KafkaStreams::state)
                .filter(state -> state == KafkaStreams.State.PENDING_ERROR || state == KafkaStreams.State.ERROR)
                .map(state -> "Kafka Streams gave up");
    }

    /** A lost broker or a fenced thread heals with a new thread; a state that contradicts the log does not heal. */
    private StreamThreadExceptionResponse onFailure(Throwable thrown) {
        Optional<EvolveFailedException> contradiction = contradiction(thrown);
        if (contradiction.isPresent()) {
            return stop(String.valueOf(contradiction.get().getMessage()), thrown);
        }
        if (failures.isTooMany(Instant.now())) {
            return stop("threads fail again and again: " + thrown, thrown);
        }
        LOGGER.atWarn().setCause(thrown).log("a thread of the command processor failed and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private StreamThreadExceptionResponse stop(String reason, Throwable thrown) {
        failure.set(reason);
        LOGGER.atError().addKeyValue("reason", reason).setCause(thrown).log("the command processor stops");
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Optional<EvolveFailedException> contradiction(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EvolveFailedException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
