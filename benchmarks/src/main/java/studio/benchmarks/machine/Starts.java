package studio.benchmarks.machine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.benchmarks.Report;
import studio.embedded.NodeStatus;

/** How long an installation takes to start, and what its processes hold. */
public final class Starts {

    private static final int SETTLE_SECONDS = 5;
    private static final long MEBIBYTE = 1024L * 1024;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final Report report;

    /** Reports there. */
    public Starts(Report report) {
        this.report = report;
    }

    /** Starts it twice, and leaves it up. */
    public void measure(Scratch scratch) throws InterruptedException {
        report.add(
                "first start of everything: makes databases and class archives",
                start(scratch).all());
        scratch.down();
        Start warm = start(scratch);
        report.add("start of everything", warm.all(), "< 25 s");
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        memory(scratch, "after its start", warm.each());
    }

    /** What the processes hold now. */
    public void memory(Scratch scratch, String when, Map<String, Duration> starts) {
        for (NodeStatus node : scratch.status()) {
            node.process()
                    .ifPresent(process -> report.add(
                            node.name() + " " + when,
                            Optional.ofNullable(starts.get(node.name()))
                                            .map(took -> "up in " + seconds(took) + ", ")
                                            .orElse("")
                                    + process.residentBytes() / MEBIBYTE + " MB resident",
                            node.name().endsWith("-service") ? "< 380 MB" : ""));
        }
    }

    private record Start(Duration total, Map<String, Duration> each) {
        String all() {
            return seconds(total);
        }
    }

    private static Start start(Scratch scratch) {
        long begin = System.nanoTime();
        Map<String, Duration> each = scratch.up();
        return new Start(Duration.ofNanos(System.nanoTime() - begin), each);
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / MILLIS_PER_SECOND);
    }
}
