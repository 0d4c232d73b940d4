package studio.projection.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.Place;

/**
 * Carries the log into the tables, batch by batch: as many records as there are, up to the limit, so that batches grow with the
 * load and a lone record waits for nothing.
 *
 * <p>A record that cannot be what was written stops its partition right before it: nothing is skipped, the other partitions go on,
 * and the instance is no longer ready.
 */
final class Projection {

    private static final Logger LOGGER = LoggerFactory.getLogger(Projection.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final LogReader log;
    private final Tables tables;
    private final Map<TopicPartition, Long> positions;
    private final ProjectorMetrics metrics;
    private final CommitListener listener;
    private final Map<TopicPartition, Stop> stops = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    private boolean caughtUp;

    Projection(
            LogReader log,
            Tables tables,
            Map<TopicPartition, Long> positions,
            ProjectorMetrics metrics,
            CommitListener listener) {
        this.log = log;
        this.tables = tables;
        this.positions = new HashMap<>(positions);
        this.metrics = metrics;
        this.listener = listener;
        log.begin(positions);
        listener.began(positions);
    }

    /** Carries one batch over, or finds that there is nothing new. */
    void step() {
        Iterable<ConsumerRecord<byte[], byte[]>> polled = log.poll(POLL);
        long start = System.nanoTime();
        List<Long> appended = new ArrayList<>();
        List<LogRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            guarded(
                    partition,
                    record.offset(),
                    () -> records.add(LogRecord.decode(LogReader.topic(partition), record)));
            appended.add(record.timestamp());
        }
        Fold fold = fold(records);
        if (!fold.isEmpty()) {
            tables.write(fold, positions);
            positions.putAll(fold.next());
            long now = System.currentTimeMillis();
            appended.forEach(millis -> metrics.delayed(millis, now));
            metrics.written(records.size(), start);
            listener.committed(fold);
        }
    }

    private Fold fold(List<LogRecord> records) {
        List<LogRecord> news = records.stream().filter(LogRecord::isNews).toList();
        Function<StreamKey, StreamFold> begin = news.isEmpty()
                ? stream -> {
                    throw new IllegalStateException(stream + " has no news");
                }
                : tables.snapshot(news)::begin;
        Fold fold = new Fold(begin);
        for (LogRecord record : records) {
            Place place = record.place();
            TopicPartition partition = new TopicPartition(place.topic().topicName(), place.partition());
            guarded(partition, place.offset(), () -> fold.add(record));
        }
        return fold;
    }

    /** Where a partition stopped, and why. */
    private record Stop(long offset, String reason) {}

    /** Runs the action unless the partition stopped before; stops it if the record cannot be what was written. */
    private void guarded(TopicPartition partition, long offset, Runnable action) {
        Stop stop = stops.get(partition);
        if (stop != null && stop.offset() <= offset) {
            return;
        }
        try {
            action.run();
        } catch (BrokenLogException broken) {
            LOGGER.atError()
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", offset)
                    .setCause(broken)
                    .log("the log is broken: this partition is read no further");
            stops.put(partition, new Stop(offset, partition + "@" + offset + ": " + broken.getMessage()));
            log.pause(partition);
        }
    }

    /** How far it is. */
    ProjectorState.Writing state(long readyLag) {
        long lag = log.lag().values().stream().mapToLong(Long::longValue).sum();
        caughtUp = caughtUp || lag <= readyLag;
        return new ProjectorState.Writing(
                lag, caughtUp, stops.values().stream().map(Stop::reason).toList());
    }
}
