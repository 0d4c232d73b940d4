package studio.projection.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.projection.config.ProjectionConfig;
import studio.projection.store.Sql;
import studio.projection.testing.Service;
import studio.projection.testing.Settings;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;
import studio.schema.StoredEvent;

/** Replays of random histories that a real projector carried from a real log into a real database. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class ReplayIT {

    private static final Service SERVICE = new Service();
    private static final long SEED = 23;
    private static final ProjectionConfig.History CLOSE = Settings.with(Map.of(
                    "studio.projection.history.snapshot-spacing", "10",
                    "studio.projection.history.snapshot-limit", "8"))
            .history();

    @Inject
    DataSource database;

    private Connection connection;
    private Sql sql;

    @BeforeEach
    void connect() throws SQLException {
        if (SERVICE.history().streams().isEmpty()) {
            SERVICE.append(new Stories(SEED, SERVICE.history()).tell(3_000));
            SERVICE.tenants().user("audrey", Set.of(Role.AUDITOR));
            SERVICE.append();
        }
        SERVICE.as("audrey").get("/api/v1/users/audrey").then().statusCode(200);
        connection = database.getConnection();
        sql = new Sql(connection);
        sql.update("DELETE FROM snapshots");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    /** The domain's own fold, without any table. */
    private static EntityMap folded(StreamKey stream, long revision) {
        EntityMap entities = new EntityMap(stream);
        for (StoredEvent event : SERVICE.history().of(stream).subList(0, (int) revision)) {
            entities.apply(StreamType.of(stream).evolve(event.recorded(), entities));
        }
        return entities;
    }

    private long head(StreamKey stream) {
        return SERVICE.history().of(stream).size();
    }

    @Test
    void shouldTellTheSameWithSnapshotsAsWithoutAtEveryRevision() {
        // Given
        Random random = new Random(SEED);
        Replay replay = new Replay(sql);
        new SnapshotMaker(sql, CLOSE).make(() -> false);
        for (StreamKey stream : SERVICE.history().streams()) {
            for (int i = 0; i < 25; i++) {
                long revision = 1 + random.nextLong(head(stream));

                // When
                EntityMap told = replay.at(stream, revision);

                // Then
                EntityMap expected = folded(stream, revision);
                assertThat(told.asMap()).as("%s@%d", stream, revision).isEqualTo(expected.asMap());
                assertThat(SnapshotCodec.encode(told)).isEqualTo(SnapshotCodec.encode(expected));
            }
        }
    }

    @Test
    void shouldHaveSnapshotsThatAreWhatTheEventsLeadTo() {
        // When
        new SnapshotMaker(sql, CLOSE).make(() -> false);

        // Then
        @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
        record Row(StreamKey stream, long revision, byte[] state) {}
        List<Row> rows = sql.query(
                "SELECT stream, revision, state FROM snapshots",
                row -> new Row(StreamKey.parse(row.getString(1)), row.getLong(2), row.getBytes(3)));
        assertThat(rows).hasSizeGreaterThan(10);
        for (Row row : rows) {
            assertThat(row.state())
                    .as("%s@%d", row.stream(), row.revision())
                    .isEqualTo(SnapshotCodec.encode(folded(row.stream(), row.revision())));
        }
    }

    @Test
    void shouldKeepNoMoreSnapshotsThanAreAllowed() {
        // Given
        StreamKey acme = Stories.backbone("acme");
        long spacing = Snapshots.spacing(head(acme), 10, 8);
        sql.update(
                "INSERT INTO snapshots SELECT ?, step * 10, ''::bytea FROM generate_series(1, ? / 10 - 20) AS step",
                acme.toString(),
                head(acme));

        // When
        new SnapshotMaker(sql, CLOSE).make(() -> false);

        // Then
        List<Long> revisions =
                sql.query("SELECT revision FROM snapshots WHERE stream = ?", row -> row.getLong(1), acme.toString());
        assertThat(revisions).isNotEmpty().hasSizeLessThanOrEqualTo(8).allMatch(revision -> revision % spacing == 0);
    }

    @Test
    void shouldDoWithoutASnapshotThatItCannotRead() {
        // Given
        StreamKey acme = Stories.backbone("acme");
        sql.update("INSERT INTO snapshots VALUES (?, 20, 'nonsense'::bytea)", acme.toString());

        // When
        EntityMap told = new Replay(sql).at(acme, 25);

        // Then
        assertThat(told.asMap()).isEqualTo(folded(acme, 25).asMap());
        assertThat(sql.query("SELECT count(*) FROM snapshots", row -> row.getLong(1)))
                .containsExactly(0L);
    }

    @Test
    void shouldFindTheLastEventByAnyTime() {
        EventLog log = new EventLog(sql);
        StreamKey acme = Stories.backbone("acme");
        List<StoredEvent> events = SERVICE.history().of(acme);
        for (StoredEvent event : events) {
            long last = events.stream()
                    .filter(each ->
                            !each.meta().occurredAt().isAfter(event.meta().occurredAt()))
                    .count();
            assertThat(log.lastBy(acme, events.size(), event.meta().occurredAt()))
                    .isEqualTo(last);
            assertThat(log.lastBy(acme, events.size(), event.meta().occurredAt().minusNanos(1000)))
                    .isEqualTo(events.stream()
                            .filter(each -> each.meta()
                                    .occurredAt()
                                    .isBefore(event.meta().occurredAt()))
                            .count());
        }
    }
}
