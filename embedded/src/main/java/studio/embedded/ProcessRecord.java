package studio.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which process a node is, written to disk before the process may begin.
 *
 * @param pid its process id, which another process may have by now
 * @param started how long after the machine's first process it began: no setting of the clock changes that, and it tells it
 *     from a later process of the same pid
 * @param launch the fingerprint of what was started
 * @param ports its ports by name
 */
record ProcessRecord(long pid, Duration started, String launch, Map<String, Integer> ports) {

    private static final String UNKNOWN = "unknown";
    private static final String PORT = "port.";

    static ProcessRecord of(ProcessHandle process, Launch launch, Map<String, Integer> ports) {
        return new ProcessRecord(process.pid(), startOf(process), launch.fingerprint(), ports);
    }

    /** Of a process that we found: what it was started as is not known. */
    static ProcessRecord found(ProcessHandle process, Map<String, Integer> ports) {
        return new ProcessRecord(process.pid(), startOf(process), UNKNOWN, ports);
    }

    private static Duration startOf(ProcessHandle process) {
        return start(process).orElseThrow(() -> new NodeException("process " + process.pid() + " is gone"));
    }

    private static Optional<Duration> start(ProcessHandle process) {
        Instant first =
                ProcessHandle.of(1).flatMap(each -> each.info().startInstant()).orElse(Instant.EPOCH);
        return process.info().startInstant().map(start -> Duration.between(first, start));
    }

    /** Whether the process is what {@code wanted} would start on those ports. */
    boolean isStartedAs(Launch wanted, Map<String, Integer> wantedPorts) {
        return ports.equals(wantedPorts) && (launch.equals(UNKNOWN) || launch.equals(wanted.fingerprint()));
    }

    /** The port of that name. */
    int port(String name) {
        return Objects.requireNonNull(ports.get(name));
    }

    /** The process, if it is still that one and alive. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessRecord::isAlive).filter(this::startedThen);
    }

    /** Whether a process runs: one that ended and was not yet collected by its parent has no program any more. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Whether the process, and nobody else, listens on all its ports. */
    boolean isListening() {
        return process()
                .map(Listener::new)
                .filter(listener -> ports.values().stream().allMatch(listener::isOn))
                .isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return start(process).filter(started::equals).isPresent();
    }

    void save(Path file) {
        StringBuilder lines = new StringBuilder()
                .append("pid=")
                .append(pid)
                .append("\nstarted=")
                .append(started)
                .append("\nlaunch=")
                .append(launch)
                .append('\n');
        new TreeMap<>(ports)
                .forEach((name, port) ->
                        lines.append(PORT).append(name).append('=').append(port).append('\n'));
        try {
            StudioHome.replace(file, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ProcessRecord> load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Integer> ports = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PORT)) {
                ports.put(key.substring(PORT.length()), Integer.valueOf(properties.getProperty(key)));
            }
        }
        return Optional.of(new ProcessRecord(
                Long.parseLong(properties.getProperty("pid")),
                Duration.parse(properties.getProperty("started")),
                properties.getProperty("launch"),
                ports));
    }
}
