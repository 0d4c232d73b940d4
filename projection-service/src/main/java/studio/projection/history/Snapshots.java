package studio.projection.history;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.projection.store.Sql;

/**
 * The snapshots of streams: what a replay begins with. They stand at multiples of a spacing that doubles each time a stream would
 * have more of them than it may, so that their number is bounded whatever a stream grows to. Blocks.
 */
final class Snapshots {

    private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);
    private static final String LATEST =
            "SELECT revision, state FROM snapshots WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT 1";
    private static final String PUT =
            "INSERT INTO snapshots (stream, revision, state) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String DELETE = "DELETE FROM snapshots WHERE stream = ? AND revision = ?";
    private static final String THIN = "DELETE FROM snapshots WHERE stream = ? AND revision % ? <> 0";
    private static final String DUE = """
            SELECT streams.stream, streams.revision, coalesce(max(snapshots.revision), 0)
            FROM streams LEFT JOIN snapshots USING (stream)
            WHERE streams.revision >= ? GROUP BY streams.stream, streams.revision
            """;

    private final Sql sql;

    Snapshots(Sql sql) {
        this.sql = sql;
    }

    /**
     * The entities of a stream at a revision.
     *
     * @param revision the revision
     * @param entities the entities
     */
    record Snapshot(long revision, EntityMap entities) {}

    /** The last snapshot that is not after that revision. One that this program cannot read is deleted: it can be made again. */
    Optional<Snapshot> latest(StreamKey stream, long revision) {
        return sql
                .query(LATEST, row -> new Stored(row.getLong(1), row.getBytes(2)), stream.toString(), revision)
                .stream()
                .findFirst()
                .flatMap(stored -> read(stream, stored));
    }

    @SuppressWarnings("ArrayRecordComponent") // Read once, right away.
    private record Stored(long revision, byte[] state) {}

    private Optional<Snapshot> read(StreamKey stream, Stored stored) {
        try {
            return Optional.of(new Snapshot(stored.revision(), SnapshotCodec.decode(stream, stored.state())));
        } catch (IllegalStateException unreadable) {
            LOGGER.atWarn()
                    .addKeyValue("stream", stream)
                    .addKeyValue("revision", stored.revision())
                    .setCause(unreadable)
                    .log("a snapshot cannot be read and is deleted");
            sql.update(DELETE, stream.toString(), stored.revision());
            return latest(stream, stored.revision() - 1);
        }
    }

    void put(StreamKey stream, long revision, EntityMap entities) {
        sql.update(PUT, stream.toString(), revision, SnapshotCodec.encode(entities));
    }

    /** Deletes the snapshots of that stream that are at no multiple of the spacing. */
    void thin(StreamKey stream, long spacing) {
        sql.update(THIN, stream.toString(), spacing);
    }

    /**
     * A stream that may need snapshots.
     *
     * @param stream the stream
     * @param head   its last revision
     * @param last   its last snapshot's; 0 if it has none
     */
    record Due(StreamKey stream, long head, long last) {}

    /** The streams that have at least so many events. */
    List<Due> due(long events) {
        return sql.query(
                DUE, row -> new Due(StreamKey.parse(row.getString(1)), row.getLong(2), row.getLong(3)), events);
    }

    /** How far apart the snapshots of a stream stand: {@code least}, doubled until at most {@code limit} fit before its head. */
    static long spacing(long head, long least, int limit) {
        long spacing = least;
        while (head / spacing > limit) {
            spacing *= 2;
        }
        return spacing;
    }
}
