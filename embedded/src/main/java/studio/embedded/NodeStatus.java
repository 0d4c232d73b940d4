package studio.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is true of a node now.
 *
 * @param name the node
 * @param state whether it runs
 * @param process its process, if it has one
 */
public record NodeStatus(String name, State state, Optional<Running> process) {

    /** Whether a node runs. */
    public enum State {
        /** Its process runs and listens. */
        RUNNING,
        /** Its process runs and doesn't listen: it is starting, or stuck. */
        SILENT,
        /** It was not started, or was stopped. */
        STOPPED,
        /** Its process ended by itself, or was killed. */
        CRASHED,
        /** There is no program to run. */
        NOT_BUILT
    }

    /**
     * A process.
     *
     * @param pid its id
     * @param port the port it serves
     * @param startedAt when it began
     * @param residentBytes the memory that it and its children hold
     */
    public record Running(long pid, int port, Instant startedAt, long residentBytes) {

        private static final long KIBIBYTE = 1024;

        static Running of(ProcessHandle process, int port) {
            List<ProcessHandle> children = process.descendants().toList();
            // Processes that share memory count their part of it: the sum of them counts it once.
            String figure = children.isEmpty() ? "Rss:" : "Pss:";
            long bytes = Stream.concat(Stream.of(process), children.stream())
                    .mapToLong(each -> residentBytes(each.pid(), figure))
                    .sum();
            return new Running(
                    process.pid(), port, process.info().startInstant().orElseGet(Instant::now), bytes);
        }

        /** How long it had been running at {@code now}. */
        public Duration uptime(Instant now) {
            return Duration.between(startedAt, now);
        }

        /** As the system tells it: in /proc on Linux, through ps elsewhere. */
        private static long residentBytes(long pid, String figure) {
            Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
            try {
                String kibibytes = Files.exists(rollup) ? fromProc(rollup, figure) : fromPs(pid);
                return kibibytes.isEmpty() ? 0 : Long.parseLong(kibibytes) * KIBIBYTE;
            } catch (IOException e) {
                return 0; // It has just ended.
            }
        }

        private static String fromProc(Path rollup, String figure) throws IOException {
            try (Stream<String> lines = Files.lines(rollup)) {
                return lines.filter(line -> line.startsWith(figure))
                        .map(line -> line.substring(figure.length())
                                .replace("kB", "")
                                .strip())
                        .findFirst()
                        .orElse("");
            }
        }

        private static String fromPs(long pid) throws IOException {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
