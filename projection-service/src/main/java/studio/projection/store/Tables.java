package studio.projection.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;
import studio.projection.config.DatabaseConfig;

/**
 * The projector's own connection to the tables. It holds the lock that says who writes: when it breaks, the lock and the open
 * transaction go together. Not safe for threads.
 */
final class Tables implements AutoCloseable {

    /** The schema that {@code db/migration} fills. */
    static final String SCHEMA = "projection";

    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);
    private static final String LOCK =
            "SELECT pg_try_advisory_lock(hashtext('studio.projector'), hashtext(current_schema()))";
    private static final String NEW_POSITIONS = """
            INSERT INTO projection_position (topic, log_partition, next)
            SELECT topic, log_partition, 0 FROM unnest(?::text[], ?::integer[]) AS given (topic, log_partition)
            ON CONFLICT DO NOTHING
            """;
    private static final String PRUNE = """
            DELETE FROM audit WHERE (outcome, log_partition, log_offset) IN (
                SELECT outcome, log_partition, log_offset FROM audit
                WHERE outcome = 'refused' AND occurred_at < ?::timestamptz LIMIT 10000)
            """;

    private final Connection connection;
    private final Sql sql;
    private final EntityReader reader;
    private final BatchWriter writer;

    private Tables(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.reader = new EntityReader(sql);
        this.writer = new BatchWriter(sql);
    }

    /** Connects. */
    static Tables connect(DatabaseConfig database, String schema) {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("currentSchema", schema);
        properties.setProperty("ApplicationName", "studio-projector");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT.toSeconds()));
        // The log can fill the tables again, and rows and position are lost or kept together: no need to wait for the
        // disk.
        // A server that hears nothing from a dead projector's machine must let go of its lock soon.
        properties.setProperty(
                "options",
                "-c synchronous_commit=off -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3");
        try {
            Connection connection = DriverManager.getConnection("jdbc:" + database.url(), properties);
            connection.setAutoCommit(false);
            return new Tables(connection);
        } catch (SQLException e) {
            throw new DatabaseException("the database cannot be reached", e);
        }
    }

    /** Becomes the one who writes, unless somebody else is; lasts as long as the connection. */
    boolean tryLock() {
        boolean locked = sql.query(LOCK, row -> row.getBoolean(1)).getFirst();
        commit();
        return locked;
    }

    /** The next offset to read of each of those partitions. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        List<TopicPartition> wanted = List.copyOf(partitions);
        sql.update(
                NEW_POSITIONS,
                wanted.stream().map(TopicPartition::topic).toArray(String[]::new),
                wanted.stream().map(TopicPartition::partition).toArray(Integer[]::new));
        Map<TopicPartition, Long> positions = new HashMap<>();
        sql.query(
                "SELECT topic, log_partition, next FROM projection_position",
                row -> positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)));
        commit();
        positions.keySet().retainAll(wanted);
        return positions;
    }

    /** What is there of the streams of those records. */
    Snapshot snapshot(List<LogRecord> records) {
        return Snapshot.of(reader, records);
    }

    /** All entities of a kind in a stream. */
    <S extends Entity> Map<EntityKey, S> list(StreamKey stream, Kind<S> kind) {
        return reader.list(stream, kind);
    }

    /** Writes the batch and commits; see {@link BatchWriter#write}. */
    void write(Fold fold, Map<TopicPartition, Long> expected) {
        writer.write(fold, expected);
        commit();
    }

    /** Forgets refusals from before then; how many were forgotten. */
    long prune(Instant before) {
        int forgotten = sql.update(PRUNE, before.toString());
        commit();
        return forgotten;
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException("the commit failed", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseException("the connection cannot be closed", e);
        }
    }
}
