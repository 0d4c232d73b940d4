package studio.projection.history;

import java.util.function.BooleanSupplier;
import studio.domain.kernel.EntityMap;
import studio.projection.config.ProjectionConfig;
import studio.projection.store.Sql;

/** Makes the snapshots that streams have grown into, and deletes those that they have outgrown. Blocks. */
public final class SnapshotMaker {

    private final Snapshots snapshots;
    private final Replay replay;
    private final ProjectionConfig.History config;

    /** Makes them in the tables of that connection. */
    public SnapshotMaker(Sql sql, ProjectionConfig.History config) {
        this.snapshots = new Snapshots(sql);
        this.replay = new Replay(sql);
        this.config = config;
    }

    /** Makes what is missing, until it is told to stop. */
    public void make(BooleanSupplier stop) {
        for (Snapshots.Due due : snapshots.due(config.snapshotSpacing())) {
            long spacing = Snapshots.spacing(due.head(), config.snapshotSpacing(), config.snapshotLimit());
            long first = (due.last() / spacing + 1) * spacing;
            if (first <= due.head() && !stop.getAsBoolean()) {
                snapshots.thin(due.stream(), spacing);
                make(due, first, spacing, stop);
            }
        }
    }

    private void make(Snapshots.Due due, long first, long spacing, BooleanSupplier stop) {
        EntityMap entities = replay.at(due.stream(), first);
        snapshots.put(due.stream(), first, entities);
        for (long at = first; at + spacing <= due.head() && !stop.getAsBoolean(); at += spacing) {
            replay.advance(entities, at, at + spacing);
            snapshots.put(due.stream(), at + spacing, entities);
        }
    }
}
