package studio.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One processor's run: replaces threads that fail, and ends for good when its state contradicts the log or threads fail again and
 * again.
 */
public final class StreamsRun {

    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsRun.class);

    private final String name;
    private final ThreadFailures failures;
    private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();
    private final AtomicReference<String> failure = new AtomicReference<>();

    /**
     * A run that has not begun.
     *
     * @param name     what the processor is called in logs
     * @param failures the failures of its threads
     */
    public StreamsRun(String name, ThreadFailures failures) {
        this.name = name;
        this.failures = failures;
    }

    /** Begins. */
    public void start(Topology topology, Properties properties) {
        KafkaStreams started = new KafkaStreams(topology, properties);
        started.setUncaughtExceptionHandler(this::onFailure);
        streams.set(started);
        started.start();
    }

    /** Ends, if it has begun. */
    public void stop(Duration timeout) {
        KafkaStreams running = streams.get();
        if (running != null && !running.close(timeout)) {
            LOGGER.atWarn()
                    .addKeyValue("processor", name)
                    .addKeyValue("timeout", timeout)
                    .log("a processor did not stop in time");
        }
    }

    /** Says whether it works now. */
    public boolean isRunning() {
        KafkaStreams running = streams.get();
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }

    /** Why it ended for good, if it did. */
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
        LOGGER.atWarn()
                .addKeyValue("processor", name)
                .setCause(thrown)
                .log("a thread of a processor failed and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private StreamThreadExceptionResponse stop(String reason, Throwable thrown) {
        failure.set(reason);
        LOGGER.atError()
                .addKeyValue("processor", name)
                .addKeyValue("reason", reason)
                .setCause(thrown)
                .log("a processor stops");
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
