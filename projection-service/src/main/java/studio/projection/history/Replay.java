package studio.projection.history;

import java.util.Optional;
import studio.domain.StreamType;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.projection.store.Sql;
import studio.schema.StoredEvent;

/** Tells what a stream was by folding its events with the domain's own evolve, from the nearest snapshot on. Blocks. */
final class Replay {

    /** So many events are in memory at a time. */
    private static final int CHUNK = 2_000;

    private final EventLog log;
    private final Snapshots snapshots;

    Replay(Sql sql) {
        this.log = new EventLog(sql);
        this.snapshots = new Snapshots(sql);
    }

    /** The stream's entities after the event of that revision, which must be there. */
    EntityMap at(StreamKey stream, long revision) {
        Optional<Snapshots.Snapshot> snapshot = snapshots.latest(stream, revision);
        EntityMap entities = snapshot.map(Snapshots.Snapshot::entities).orElseGet(() -> new EntityMap(stream));
        advance(entities, snapshot.map(Snapshots.Snapshot::revision).orElse(0L), revision);
        return entities;
    }

    /** Folds the events after a revision up to another into the entities. */
    void advance(EntityMap entities, long after, long to) {
        StreamType<?, ?> type = StreamType.of(entities.stream());
        for (long from = after; from < to; from += CHUNK) {
            for (StoredEvent event : log.events(entities.stream(), from, Math.min(to, from + CHUNK))) {
                entities.apply(type.evolve(event.recorded(), entities));
            }
        }
    }
}
