package studio.benchmarks;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, many times. Safe for threads. */
public final class Times {

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram nanos = new ConcurrentHistogram(HIGHEST_NANOS, DIGITS);

    /** Once more. */
    public void add(long took) {
        nanos.recordValue(Math.min(HIGHEST_NANOS, took));
    }

    /** It began then and has just ended. */
    public void addSince(long beginNanos) {
        add(System.nanoTime() - beginNanos);
    }

    /** How many times. */
    public long count() {
        return nanos.getTotalCount();
    }

    /** What so many percent of the times did not exceed, in milliseconds. */
    public double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** The middle, the slow end and the slowest, for people. */
    @Override
    public String toString() {
        return "p50 %s, p99 %s, max %s ms (n=%d)".formatted(short3(50), short3(99), short3(100), count());
    }

    private String short3(double percentile) {
        double millis = millis(percentile);
        return millis < 10 ? "%.2f".formatted(millis) : "%.0f".formatted(millis);
    }
}
