package studio.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import studio.benchmarks.http.Target;
import studio.embedded.Distribution;
import studio.embedded.Installation;
import studio.embedded.NodeStatus;
import studio.embedded.PostgresNode;
import studio.embedded.StudioHome;

/** An installation in a directory of its own, beside whatever else runs here; nothing of it is left. */
public final class Scratch implements AutoCloseable {

    /** A projection service answers when its tables are no longer behind, which in a replay is the end. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final String DATABASE = "studio";

    /** A load driver is one client, and asks more than any client may. */
    private static final Map<String, String> NO_LIMITS =
            Map.of("STUDIO_LIMITS_REQUESTS_PER_SECOND", "1000000", "STUDIO_LIMITS_REQUEST_BURST", "1000000");

    private final StudioHome home;
    private final Installation installation;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    private Scratch(StudioHome home) {
        this.home = home;
        Distribution distribution = Optional.ofNullable(System.getProperty("studio.root"))
                .map(root -> new Distribution(Path.of(root)))
                .orElseGet(Distribution::find);
        Installation.Options options = new Installation.Options(Map.of(), Optional.empty(), NO_LIMITS);
        installation = new Installation(home, distribution, options, this::progress);
    }

    /** An installation that was never started. */
    public static Scratch make() throws IOException {
        return new Scratch(StudioHome.at(Files.createTempDirectory("studio-bench")));
    }

    private void progress(String node, String message) {
        if (message.startsWith("starts")) {
            started.put(node, System.nanoTime());
        } else if (message.equals("is up")) {
            took.put(node, Duration.ofNanos(System.nanoTime() - started.getOrDefault(node, System.nanoTime())));
        }
    }

    /** Starts everything; says how long each process took. */
    public Map<String, Duration> up() {
        took.clear();
        installation.up(TIMEOUT);
        return new HashMap<>(took);
    }

    /** Ends everything; what was kept stays. */
    public void down() {
        installation.down(TIMEOUT);
    }

    List<NodeStatus> status() {
        return installation.status();
    }

    NodeStatus.Running running(String node) {
        return status().stream()
                .filter(status -> status.name().equals(node))
                .flatMap(status -> status.process().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(node + " does not run"));
    }

    String bootstrapServers() {
        return installation.bootstrapServers();
    }

    PostgresNode.Database database() {
        return new PostgresNode.Database(DATABASE, running("postgres").port(), home.secret("postgres-" + DATABASE));
    }

    /** Where the load goes, in the name of its first administrator. */
    public Target target() {
        return new Target(
                URI.create(installation.url()), Optional.empty(), "admin", installation.administratorPassword());
    }

    @Override
    public void close() {
        down();
        try (Stream<Path> files = Files.walk(home.root())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
