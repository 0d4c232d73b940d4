package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the tables are written and read. */
@ConfigMapping(prefix = "studio.projection")
public interface ProjectionConfig {

    /** Who writes the tables. */
    Writer writer();

    /** How the tables are read. */
    Reads reads();

    /** The audit's tail. */
    Tail tail();

    /** Watching lists and objects. */
    Watch watch();

    /** Reads of the past. */
    History history();

    /** Settings of the projector, of which one at a time writes. */
    interface Writer {

        /** Whether this instance may write the tables; one that may not only reads them. */
        @WithDefault("true")
        boolean enabled();

        /** The most records of one transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(10_000)
        int batchLimit();

        /** How often an instance that does not write asks whether it may. */
        @WithDefault("250ms")
        Duration standbyInterval();

        /** How long to wait after the broker or the database failed. */
        @WithDefault("500ms")
        Duration retryInterval();

        /** How far behind the log the tables may be for this instance to become ready, in records. */
        @WithDefault("1000")
        @Min(0)
        long readyLagLimit();

        /** How long refused commands stay in the audit. Events stay for ever. */
        @WithDefault("90d")
        Duration refusalRetention();
    }

    /** Settings of reads. */
    interface Reads {

        /** How long a read waits for the position that it asks for. */
        @WithDefault("2s")
        Duration positionTimeout();

        /** How often the database is asked for a position while another instance writes. */
        @WithDefault("10ms")
        Duration positionInterval();

        /** How many streams' positions are kept in memory. */
        @WithDefault("10000")
        @Min(1)
        int positionLimit();
    }

    /** Settings of the audit's tail. */
    interface Tail {

        /** How many of the newest entries are kept in memory; older ones come from the table. */
        @WithDefault("4096")
        @Min(1)
        int entryLimit();

        /** How many can watch at a time. */
        @WithDefault("256")
        @Min(1)
        int watcherLimit();

        /** How often a watcher that gets nothing gets its position, and has its rights checked again. */
        @WithDefault("15s")
        Duration bookmarkInterval();

        /** How often the table is asked for news while another instance writes. */
        @WithDefault("250ms")
        Duration followInterval();
    }

    /** Settings of watching lists and objects. */
    interface Watch {

        /** How many of the newest changes are kept in memory; whoever is further behind lists again. */
        @WithDefault("8192")
        @Min(1)
        int entryLimit();

        /** How many can watch at a time. */
        @WithDefault("10000")
        @Min(1)
        int watcherLimit();

        /** How often a watcher that gets nothing gets its position. */
        @WithDefault("15s")
        Duration bookmarkInterval();

        /** How often a watcher's session or token is looked at; what is withdrawn is noticed at once, what expires so much later. */
        @WithDefault("60s")
        Duration rightsInterval();
    }

    /** Settings of reads of the past. */
    interface History {

        /** How many events a stream has between two snapshots, unless it has so many events that it would get too many. */
        @WithDefault("10000")
        @Min(10)
        long snapshotSpacing();

        /** The most snapshots of a stream; beyond, every other goes. */
        @WithDefault("64")
        @Min(2)
        int snapshotLimit();

        /** How often it is looked for streams that need a snapshot. */
        @WithDefault("10s")
        Duration snapshotInterval();

        /** How many entities of past states are kept in memory, for those who read on at the same moment. */
        @WithDefault("100000")
        @Min(0)
        int cacheLimit();
    }
}
