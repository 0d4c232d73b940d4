package studio.projection.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.projection.store.Sql;
import studio.projection.testing.Service;
import studio.projection.testing.Settings;
import studio.projection.testing.Stories;
import studio.projection.testing.StudioServers;

/** The past of a stream with a hundred thousand events. Logs what it measured; the benchmarks measure the same over a real log. */
@QuarkusTest
@QuarkusTestResource(value = StudioServers.class, restrictToAnnotatedClass = true)
class LongStreamIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(LongStreamIT.class);
    private static final Service SERVICE = new Service();
    private static final StreamKey ACME = Stories.backbone("acme");
    private static final int EVENTS = 100_000;
    private static final int READS = 15;

    @Inject
    DataSource database;

    @Test
    void shouldBeToldInLessThanASecond() throws SQLException {
        // Given
        SERVICE.tenants().user("alice", Set.of()).backbone("acme", Owners.user(Name.of("alice")));
        SERVICE.relocate("acme", EVENTS);
        long head = SERVICE.history().of(ACME).size();
        try (Connection connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            EventLog log = new EventLog(sql);
            await().atMost(Duration.ofMinutes(3)).until(() -> log.head(ACME) == head);
            Replay replay = new Replay(sql);
            LOGGER.info("without snapshots: {} ms", median(3, () -> replay.at(ACME, head)));
            new SnapshotMaker(sql, Settings.defaults().history()).make(() -> false);
        }

        // When
        Random random = new Random(1);
        String east = "/api/v1/backbones/acme/sites/east";
        long asOf = median(READS, () -> get(east + "?at=" + (100 + random.nextLong(head - 100))));
        long diff = median(READS, () -> get("/api/v1/backbones/acme/diff?from=" + (100 + random.nextLong(head - 100))));
        long history =
                median(READS, () -> get(east + "/history?order=" + (random.nextBoolean() ? "oldest" : "newest")));

        // Then
        LOGGER.info(
                "with snapshots: as of {} ms, diff {} ms, history {} ms; load average {}",
                asOf,
                diff,
                history,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(asOf).isLessThan(1000);
        assertThat(diff).isLessThan(1000);
        assertThat(history).isLessThan(1000);
    }

    private static void get(String path) {
        SERVICE.as("alice").get(path).then().statusCode(200);
    }

    private static long median(int times, Runnable read) {
        read.run();
        return LongStream.range(0, times)
                .map(i -> {
                    long begin = System.nanoTime();
                    read.run();
                    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
                })
                .sorted()
                .skip(times / 2)
                .findFirst()
                .orElseThrow();
    }
}
