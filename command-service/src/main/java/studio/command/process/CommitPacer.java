package studio.command.process;

import java.time.Duration;

/**
 * Decides when to ask for a commit at once instead of waiting for the timer. A commit for each command answers a lone caller in
 * half the time, and costs a busy processor most of its throughput (docs/adr/0003); so only a command that comes after a pause
 * gets one.
 */
final class CommitPacer {

    private final long idleGapMs;
    private long lastMs;

    CommitPacer(Duration idleGap) {
        this.idleGapMs = idleGap.toMillis();
    }

    /** Tells of a command processed at that time, in milliseconds; says whether to commit at once. */
    boolean mayCommitNow(long nowMs) {
        boolean afterPause = nowMs - lastMs >= idleGapMs;
        lastMs = nowMs;
        return afterPause;
    }
}
