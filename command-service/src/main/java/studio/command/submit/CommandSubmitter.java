package studio.command.submit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;
import studio.command.process.KafkaConfig;
import studio.identity.problem.ProblemException;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** Appends commands to their topic and promises their outcomes. */
@ApplicationScoped
public class CommandSubmitter {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommandSubmitter.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** A Kafka record may have 1 MiB, with its headers. */
    private static final int MAX_BYTES = 900_000;

    /** Sending happens in event loops, which must not stand still: a full buffer is an error almost at once. */
    private static final Duration MAX_BLOCK = Duration.ofMillis(50);

    private final OutcomeTail outcomes;
    private final SchemaIds schemaIds;
    private final Producer<String, byte[]> producer;

    CommandSubmitter(KafkaConfig kafka, SubmitConfig config, OutcomeTail outcomes, SchemaIds schemaIds) {
        this.outcomes = outcomes;
        this.schemaIds = schemaIds;
        this.producer = new KafkaProducer<>(properties(kafka, config));
    }

    /** The first command must not have to wait until the broker has told where the topic is. */
    void connect(@Observes StartupEvent event) {
        Instant deadline = Instant.now().plus(CONNECT_TIMEOUT);
        while (!isConnected() && Instant.now().isBefore(deadline)) {
            LOGGER.atDebug().log("waiting for the broker");
        }
    }

    private boolean isConnected() {
        try {
            return !producer.partitionsFor(Topic.COMMANDS.topicName()).isEmpty();
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close(Duration.ofSeconds(2));
    }

    /**
     * Appends a command, whose outcome the ticket promises within that time.
     *
     * @throws ProblemException if too many commands are under way, or another one with the same id is, or it is too large
     */
    public Ticket submit(Submission submission, Duration budget) {
        CommandMeta meta = submission.meta(Instant.now());
        Encoded encoded = CommandCodec.encode(meta, submission.command());
        requireFit(encoded);
        CompletableFuture<CommandOutcome> decided = outcomes.expect(meta, encoded.type(), budget);
        CompletableFuture<Void> stored = new CompletableFuture<>();
        send(meta, encoded, failure -> {
            if (failure == null) {
                stored.complete(null);
            } else {
                ProblemException problem = notStored(meta, failure);
                stored.completeExceptionally(problem);
                decided.completeExceptionally(problem);
            }
        });
        return new Ticket(meta.commandId(), stored, decided);
    }

    /** With what the service puts in the place of names, a command may be larger than the request for it. */
    private static void requireFit(Encoded encoded) {
        if (encoded.body().length > MAX_BYTES) {
            throw ProblemException.of(
                    ProblemType.BODY_TOO_LARGE,
                    "the command would have " + encoded.body().length + " bytes and may have " + MAX_BYTES
                            + "; give it in several");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
    private void send(CommandMeta meta, Encoded encoded, Consumer<@Nullable Exception> sent) {
        int contentId = schemaIds.contentId(encoded.type(), encoded.version());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.COMMANDS.topicName(), meta.stream().toString(), encoded.framed(contentId));
        encoded.describeIn(record.headers(), meta.commandId(), meta.stream());
        try {
            producer.send(record, (metadata, failure) -> sent.accept(failure));
        } catch (KafkaException failure) {
            sent.accept(failure);
        }
    }

    private static ProblemException notStored(CommandMeta meta, Exception failure) {
        LOGGER.atWarn()
                .addKeyValue("commandId", meta.commandId())
                .addKeyValue("reason", failure.toString())
                .log("the broker did not store a command");
        Problem problem = Problem.of(
                ProblemType.UNAVAILABLE,
                "the broker did not confirm this command in time; sending it again under the same Idempotency-Key is"
                        + " safe");
        return ProblemException.of(problem.withCommand(meta.commandId())).retryAfter(RETRY_AFTER);
    }

    private static Map<String, Object> properties(KafkaConfig kafka, SubmitConfig config) {
        int delivery = (int) config.deliveryTimeout().toMillis();
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "command-submitter"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferBytes()),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis()),
                // A topic that nobody wrote to for a while must not have to be looked up again by the next command.
                Map.entry(
                        ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                        Duration.ofDays(1).toMillis()),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }
}
