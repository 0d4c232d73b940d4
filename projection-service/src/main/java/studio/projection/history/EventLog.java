package studio.projection.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.store.Sql;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;

/** The events of streams as the audit has them. Blocks. */
final class EventLog {

    private static final String HEAD = "SELECT revision FROM streams WHERE stream = ?";
    private static final String INCARNATIONS =
            "SELECT since, until, owner_users, owner_groups FROM incarnations WHERE stream = ? ORDER BY since";
    private static final String TIME =
            "SELECT occurred_at FROM audit WHERE stream = ? AND revision = ? AND outcome = 'accepted'";
    private static final String EVENTS = """
            SELECT type, schema_version, record FROM audit
            WHERE stream = ? AND revision > ? AND revision <= ? AND outcome = 'accepted' ORDER BY revision
            """;

    private final Sql sql;

    EventLog(Sql sql) {
        this.sql = sql;
    }

    /** The stream's last revision; 0 if it has no events. */
    long head(StreamKey stream) {
        return sql.query(HEAD, row -> row.getLong(1), stream.toString()).stream()
                .findFirst()
                .orElse(0L);
    }

    /** The incarnations of the stream's root, the first one first. */
    List<Incarnation> incarnations(StreamKey stream) {
        return sql.query(INCARNATIONS, EventLog::incarnation, stream.toString());
    }

    private static Incarnation incarnation(ResultSet row) throws SQLException {
        return new Incarnation(
                row.getLong(1),
                Optional.ofNullable(row.getObject(2, Long.class)),
                new Owners(names(row, 3), names(row, 4)));
    }

    private static Set<Name> names(ResultSet row, int column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Name::of)
                .collect(Collectors.toSet());
    }

    /** When the event of that revision, which must be there, happened. */
    Instant time(StreamKey stream, long revision) {
        return sql.query(TIME, row -> row.getObject(1, OffsetDateTime.class).toInstant(), stream.toString(), revision)
                .getFirst();
    }

    /**
     * The last revision that had happened by then, of those up to {@code head}; 0 if none had. No event is earlier than the one
     * before it, so that halving finds it without an index of its own.
     */
    long lastBy(StreamKey stream, long head, Instant time) {
        long happened = 0;
        long later = head + 1;
        while (later - happened > 1) {
            long middle = happened + (later - happened) / 2;
            if (time(stream, middle).isAfter(time)) {
                later = middle;
            } else {
                happened = middle;
            }
        }
        return happened;
    }

    /** The events after a revision up to another, both of which must be there. */
    List<StoredEvent> events(StreamKey stream, long after, long to) {
        List<StoredEvent> events = sql.query(
                EVENTS,
                row -> EventCodec.decode(row.getString(1), row.getInt(2), row.getBytes(3)),
                stream.toString(),
                after,
                to);
        if (events.size() != to - after) {
            throw new IllegalStateException(
                    "the audit has " + events.size() + " events of " + stream + " from " + after + " to " + to);
        }
        return events;
    }
}
