package studio.projection.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.projection.config.DatabaseConfig;
import studio.projection.config.KafkaConfig;
import studio.projection.config.ProjectionConfig;

/**
 * Takes turns with the projectors of other instances: waits until it may write, then writes until something fails, then begins
 * again from what the tables say. Runs in a thread of its own.
 */
final class Projector implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Projector.class);

    private final KafkaConfig kafka;
    private final DatabaseConfig database;
    private final String schema;
    private final ProjectionConfig.Writer config;
    private final CommitListener listener;
    private final ProjectorMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile ProjectorState state = new ProjectorState.Waiting("has not begun yet");
    private volatile Optional<LogReader> reading = Optional.empty();

    Projector(Settings settings, CommitListener listener, MeterRegistry registry) {
        this.kafka = settings.kafka();
        this.database = settings.database();
        this.schema = settings.schema();
        this.config = settings.writer();
        this.listener = listener;
        this.metrics = new ProjectorMetrics(registry, this::state);
    }

    /**
     * Where a projector reads and writes.
     *
     * @param kafka    the log's cluster
     * @param database the tables' database
     * @param schema   the tables' schema
     * @param writer   how it writes
     */
    record Settings(KafkaConfig kafka, DatabaseConfig database, String schema, ProjectionConfig.Writer writer) {}

    /** What it does at the moment. */
    ProjectorState state() {
        return state;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (Tables tables = Tables.connect(database, schema)) {
                if (awaitTurn(tables)) {
                    write(tables);
                }
            } catch (WakeupException stop) {
                LOGGER.atDebug().log("the projector was told to end");
            } catch (DatabaseException | KafkaException | FencedException | BrokenLogException e) {
                waitAfter(String.valueOf(e.getMessage()), e);
            } catch (RuntimeException bug) {
                waitAfter("a fault: " + bug, bug);
            }
        }
        state = new ProjectorState.Off();
    }

    private void waitAfter(String reason, RuntimeException cause) {
        if (!isStopping()) {
            state = new ProjectorState.Waiting(reason);
            LOGGER.atError().setCause(cause).log("the projection stopped and begins again from what the tables have");
            pause(config.retryInterval());
        }
    }

    /** Waits until nobody else writes; false when it is told to end first. */
    private boolean awaitTurn(Tables tables) {
        while (!isStopping()) {
            if (tables.tryLock()) {
                return true;
            }
            state = new ProjectorState.Standby();
            pause(config.standbyInterval());
        }
        return false;
    }

    private void write(Tables tables) {
        try (LogReader log = new LogReader(kafka.bootstrapServers(), config.batchLimit())) {
            reading = Optional.of(log);
            Optional<List<TopicPartition>> partitions = awaitTopics(log);
            if (partitions.isPresent()) {
                Map<TopicPartition, Long> positions = tables.positions(partitions.get());
                LOGGER.atInfo().addKeyValue("positions", positions).log("this instance writes the tables now");
                Projection projection = new Projection(log, tables, positions, metrics, listener);
                Instant nextPruning = Instant.now();
                while (!isStopping()) {
                    projection.step();
                    state = projection.state(config.readyLagLimit());
                    if (Instant.now().isAfter(nextPruning)) {
                        tables.prune(Instant.now().minus(config.refusalRetention()));
                        nextPruning = Instant.now().plus(Duration.ofMinutes(1));
                    }
                }
            }
        } finally {
            reading = Optional.empty();
            listener.ended();
        }
    }

    private Optional<List<TopicPartition>> awaitTopics(LogReader log) {
        Optional<List<TopicPartition>> partitions = log.partitions();
        while (partitions.isEmpty() && !isStopping()) {
            state = new ProjectorState.Waiting("the log's topics are not there yet");
            pause(config.retryInterval());
            partitions = log.partitions();
        }
        return partitions;
    }

    /** Asks it to end; it does so after the transaction under way. */
    void stop() {
        stopping.countDown();
        reading.ifPresent(LogReader::wakeUp);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            boolean stop = stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            LOGGER.atTrace().addKeyValue("stop", stop).log("the pause is over");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
