package studio.agent.platform.linux;

import java.time.Duration;
import studio.agent.process.Backoff;

/**
 * How much an archive may take.
 *
 * @param archiveBytes  the largest archive
 * @param unpackedBytes the most that is in it
 * @param entries       the most files and directories in it
 * @param fetch         how long fetching it may take
 * @param backoff       how long to wait before it is tried again, or a process is started again
 */
public record LinuxLimits(long archiveBytes, long unpackedBytes, int entries, Duration fetch, Backoff backoff) {

    /** What suits most. */
    public static final LinuxLimits USUAL =
            new LinuxLimits(1L << 30, 4L << 30, 100_000, Duration.ofMinutes(15), Backoff.USUAL);
}
