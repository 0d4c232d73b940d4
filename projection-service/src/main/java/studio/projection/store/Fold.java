package studio.projection.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.Place;

/** Folds one batch of the log: what it changes in the tables, and where the log is read on. Touches no database by itself. */
final class Fold {

    private final Function<StreamKey, StreamFold> begin;
    private final Map<StreamKey, StreamFold> streams = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** An empty batch; {@code begin} gives what the tables have of a stream. */
    Fold(Function<StreamKey, StreamFold> begin) {
        this.begin = begin;
    }

    /**
     * Folds the next record in, or nothing of it.
     *
     * @throws BrokenLogException if the record cannot be what was written
     */
    void add(LogRecord record) {
        if (record.isNews()) {
            StreamFold stream = streams.computeIfAbsent(record.stream(), begin);
            audit.add(
                    switch (record) {
                        case LogRecord.Happened happened ->
                            AuditEntries.of(happened, stream.fold(happened.event(), happened.place()));
                        case LogRecord.Decided refusal -> AuditEntries.of(refusal);
                    });
        }
        Place place = record.place();
        next.put(new TopicPartition(place.topic().topicName(), place.partition()), place.offset() + 1);
    }

    /** The streams that have new events. */
    List<StreamFold> streams() {
        return streams.values().stream().filter(StreamFold::hasNews).toList();
    }

    /** Who may read that entry of this batch: those who owned the incarnation that it is of. */
    Owners readers(AuditEntry entry) {
        return streams.computeIfAbsent(entry.stream(), begin).readers(entry.revision());
    }

    /** The audit's new entries, in the log's order. */
    List<AuditEntry> audit() {
        return audit;
    }

    /** The next offset of each partition that was read. */
    Map<TopicPartition, Long> next() {
        return next;
    }

    boolean isEmpty() {
        return next.isEmpty();
    }
}
