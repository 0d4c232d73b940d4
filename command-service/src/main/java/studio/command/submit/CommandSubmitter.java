package studio.command.submit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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
import studio.schema.registry.SchemaIds;
import studio.streams.CommandProducer;

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
    private final CommandProducer producer;

    CommandSubmitter(KafkaConfig kafka, SubmitConfig config, OutcomeTail outcomes, SchemaIds schemaIds) {
        this.outcomes = outcomes;
        this.producer = new CommandProducer(
                new CommandProducer.Settings(
                        kafka.bootstrapServers(),
                        "command-submitter",
                        config.deliveryTimeout(),
                        config.bufferBytes(),
                        MAX_BLOCK),
                schemaIds);
    }

    /** The first command must not have to wait until the broker has told where the topic is. */
    void connect(@Observes StartupEvent event) {
        Instant deadline = Instant.now().plus(CONNECT_TIMEOUT);
        while (!producer.isConnected() && Instant.now().isBefore(deadline)) {
            LOGGER.atDebug().log("waiting for the broker");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close();
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
        producer.send(
                new CommandProducer.Given(meta.commandId(), meta.stream(), encoded),
                failure -> failure.map(reason -> notStored(meta, reason))
                        .ifPresentOrElse(
                                problem -> {
                                    stored.completeExceptionally(problem);
                                    decided.completeExceptionally(problem);
                                },
                                () -> stored.complete(null)));
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
}
