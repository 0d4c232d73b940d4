package studio.certificates.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.signer.Signer;
import studio.certificates.store.Database;
import studio.certificates.store.Sql;
import studio.schema.registry.SchemaIds;
import studio.streams.CommandProducer;

/**
 * Takes turns with the orchestrators of other instances: waits until it may work, then works until something fails, then begins again
 * from what the database says. Runs in a thread of its own.
 */
public final class Orchestrator implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Orchestrator.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration MOVES = Duration.ofSeconds(1);

    /** How long the broker may take to store a command. */
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private static final long BUFFER_BYTES = 32L << 20;
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('studio.cert-orchestrator'), 0) AS mine";
    private static final String UNLOCK =
            "SELECT pg_advisory_unlock(hashtext('studio.cert-orchestrator'), 0) AS was_mine";

    private final Surroundings surroundings;
    private final CertificatesConfig config;
    private final InstantSource clock;
    private final Intake intake;
    private final Workshop workshop;
    private final Desk desk;
    private final Founding founding;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Instant nextMove = Instant.MIN;
    private volatile State state = new State.Waiting("has not begun yet");
    private volatile Optional<LogReader> reading = Optional.empty();

    /**
     * What an orchestrator works with.
     *
     * @param bootstrapServers where the log is
     * @param schemaIds        under which ids a registry has the schemas
     * @param database         where it remembers
     * @param signer           who signs
     * @param metrics          who watches
     */
    public record Surroundings(
            String bootstrapServers, SchemaIds schemaIds, Database database, Signer signer, Metrics metrics) {}

    /** One that was not started yet. */
    public Orchestrator(Surroundings surroundings, CertificatesConfig config, InstantSource clock) {
        HolderFiles files = new HolderFiles(config.directory());
        this.surroundings = surroundings;
        this.config = config;
        this.clock = clock;
        this.intake = new Intake(surroundings.database(), surroundings.signer(), files, clock);
        this.workshop = new Workshop(surroundings.database(), surroundings.signer(), files, config, clock);
        this.desk =
                new Desk(surroundings.database(), config, surroundings.metrics().counters(), clock);
        this.founding = new Founding(surroundings.database(), config, clock);
    }

    /** What it does at the moment. */
    public State state() {
        return state;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (Connection turn = surroundings.database().connect()) {
                Sql sql = new Sql(turn);
                if (awaitTurn(sql)) {
                    try {
                        work();
                    } finally {
                        // The connection may come from a pool and go on without us; its lock must not.
                        sql.query(UNLOCK, row -> row.flag("was_mine"));
                    }
                }
            } catch (WakeupException stop) {
                LOGGER.atDebug().log("the orchestrator was told to end");
            } catch (SQLException | RuntimeException e) {
                if (!isStopping()) {
                    state = new State.Waiting(String.valueOf(e.getMessage()));
                    LOGGER.atError().setCause(e).log("certificates are not worked at; beginning again");
                    pause(config.retryInterval());
                }
            }
        }
        state = new State.Off();
    }

    /** Waits until nobody else works; false when it is told to end first. The lock ends with the connection. */
    private boolean awaitTurn(Sql turn) {
        while (!isStopping()) {
            if (turn.query(LOCK, row -> row.flag("mine")).getFirst()) {
                return true;
            }
            state = new State.Standby();
            pause(config.retryInterval());
        }
        return false;
    }

    private void work() {
        try (LogReader log = new LogReader(surroundings.bootstrapServers(), config.batchLimit());
                CommandProducer giver = giver();
                ExecutorService workers = Executors.newFixedThreadPool(config.workers())) {
            reading = Optional.of(log);
            Optional<List<TopicPartition>> partitions = awaitTopics(log);
            if (partitions.isPresent()) {
                Map<TopicPartition, Long> end = log.begin(intake.begin(partitions.get()));
                catchUp(log, end);
                founding.lay();
                boolean busy = true;
                while (!isStopping()) {
                    intake.take(read(log, busy ? Duration.ZERO : IDLE));
                    busy = step(workers, giver);
                }
            }
        } finally {
            reading = Optional.empty();
        }
    }

    private CommandProducer giver() {
        return new CommandProducer(
                new CommandProducer.Settings(
                        surroundings.bootstrapServers(), "cert-orchestrator", DELIVERY, BUFFER_BYTES, DELIVERY),
                surroundings.schemaIds());
    }

    private Optional<List<TopicPartition>> awaitTopics(LogReader log) {
        Optional<List<TopicPartition>> partitions = log.partitions();
        while (partitions.isEmpty() && !isStopping()) {
            state = new State.Waiting("the log's topics are not there yet");
            pause(config.retryInterval());
            partitions = log.partitions();
        }
        return partitions;
    }

    /** What the log has already answered must not be answered again. */
    private void catchUp(LogReader log, Map<TopicPartition, Long> end) {
        state = new State.CatchingUp();
        while (!isStopping() && !log.hasReached(end)) {
            intake.take(read(log, IDLE));
        }
        state = new State.Working();
        LOGGER.atInfo().addKeyValue("places", intake.places()).log("this instance works at certificates now");
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(LogReader log, Duration timeout) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        log.poll(timeout).forEach(records::add);
        return records;
    }

    /** Whether there may be more to do at once. */
    private boolean step(ExecutorService workers, CommandProducer giver) {
        Instant now = clock.instant();
        List<Workshop.Done> done = all(workers, workshop.begin(now, config.batchLimit()));
        if (!done.isEmpty()) {
            desk.note(done);
        }
        int moved = move(now);
        int given = give(giver);
        surroundings.metrics().look(now);
        return !done.isEmpty() || moved > 0 || given > 0;
    }

    /** Looked at once a second, and at once while there is more. */
    private int move(Instant now) {
        if (now.isBefore(nextMove)) {
            return 0;
        }
        int moved = surroundings
                .database()
                .inTransaction(sql -> new Rotations(sql, new Outbox(sql, now)).ofLeftBehind(config.batchLimit()));
        nextMove = moved == 0 ? now.plus(MOVES) : now;
        return moved;
    }

    private List<Workshop.Done> all(ExecutorService workers, List<Workshop.Known> tasks) {
        List<Future<Workshop.Done>> begun = tasks.stream()
                .map(task -> workers.submit(() -> workshop.work(task)))
                .toList();
        List<Workshop.Done> done = new ArrayList<>();
        try {
            for (Future<Workshop.Done> one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task could not be begun", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return done;
        }
    }

    private int give(CommandProducer giver) {
        List<Outbox.Waiting> waiting =
                surroundings.database().inTransaction(sql -> Outbox.first(sql, config.batchLimit()));
        if (!waiting.isEmpty()) {
            giver.give(waiting.stream().map(Outbox.Waiting::given).toList());
            surroundings
                    .database()
                    .run(sql -> Outbox.given(
                            sql, waiting.getFirst().place(), waiting.getLast().place()));
        }
        return waiting.size();
    }

    /** Asks it to end; it does so after the transaction under way. */
    public void stop() {
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
