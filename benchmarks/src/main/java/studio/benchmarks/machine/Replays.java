package studio.benchmarks.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import studio.benchmarks.Report;
import studio.benchmarks.core.StoreNetwork;
import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.embedded.Installation;

/** How fast the projection service fills empty tables from a full log, by its own metrics and the database's. */
public final class Replays {

    private static final int NETWORKS = 16;
    private static final int SLOTS = 100;
    private static final int POLL_MILLIS = 20;
    private static final int PATIENCE_MINUTES = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /** When the database has counted what was written. */
    private static final int COUNTED_SECONDS = 2;

    private static final String ROWS_WRITTEN =
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE schemaname = 'projection'";

    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Reports there. */
    public Replays(Report report) {
        this.report = report;
    }

    /** Writes so many events of networks to the log of that installation, which is up, and has its tables made anew. */
    public void measure(Scratch scratch, long events) throws IOException, InterruptedException, SQLException {
        long filled = fill(scratch, events);
        awaitRecords(scratch, filled);
        end(scratch);
        execute(scratch, "DROP SCHEMA projection CASCADE");
        CompletableFuture<Void> up = CompletableFuture.runAsync(scratch::up);
        Took took = awaitRecords(scratch, filled);
        up.join();
        TimeUnit.SECONDS.sleep(COUNTED_SECONDS);
        long rows = number(scratch, ROWS_WRITTEN);
        report.add(
                "a replay of %,d events into empty tables".formatted(took.records()),
                "%.1f s; %,.0f events/s; %,.0f rows/s"
                        .formatted(took.seconds(), took.records() / took.seconds(), rows / took.seconds()));
        report.add("the same from the start of the process", "%.1f s".formatted(took.sinceStart()));
    }

    private static long fill(Scratch scratch, long events) {
        try (EventLog log = new EventLog(scratch.bootstrapServers())) {
            for (int number = 0; number < NETWORKS; number++) {
                String name = "replay-" + number;
                StoreNetwork network = StoreNetwork.found(
                        name,
                        SLOTS,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        log.of(StreamType.NETWORK.key(Name.of(name))));
                long wanted = events * (number + 1) / NETWORKS;
                while (log.sent() < wanted) {
                    network.grow(network.size() + 1);
                }
            }
            return log.sent();
        }
    }

    /** Ends the projection service alone. */
    private static void end(Scratch scratch) {
        ProcessHandle.of(scratch.running(Installation.PUBLIC_SERVICE).pid()).ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
    }

    private record Took(long records, double seconds, double sinceStart) {}

    /** Until the tables have so many records and all others. */
    private Took awaitRecords(Scratch scratch, long expected) throws InterruptedException {
        long start = System.nanoTime();
        long deadline = start + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        Metrics before = Metrics.NONE;
        long begin = start;
        while (System.nanoTime() < deadline) {
            long now = System.nanoTime();
            Metrics metrics = metrics(scratch);
            if (before.records() == 0 && metrics.records() == 0) {
                begin = now;
            }
            if (metrics.records() >= expected && metrics.lag() == 0) {
                return new Took(metrics.records(), (now - begin) / NANOS_PER_SECOND, (now - start) / NANOS_PER_SECOND);
            }
            before = metrics;
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("the tables have " + before.records() + " records of " + expected);
    }

    private record Metrics(long records, long lag) {
        private static final Metrics NONE = new Metrics(0, 0);
    }

    private Metrics metrics(Scratch scratch) throws InterruptedException {
        URI url = scratch.target().url().resolve("/metrics");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
            return new Metrics(
                    value(answer.body(), "studio_projection_records_total"),
                    value(answer.body(), "studio_projection_lag_records"));
        } catch (IOException notYet) {
            return Metrics.NONE;
        }
    }

    private static long value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private static void execute(Scratch scratch, String statement) throws SQLException {
        try (Connection connection = scratch.database().connect();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }

    private static long number(Scratch scratch, String query) throws SQLException {
        try (Connection connection = scratch.database().connect();
                Statement jdbc = connection.createStatement();
                ResultSet result = jdbc.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
