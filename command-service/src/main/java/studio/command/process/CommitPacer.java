package studio.command.process;

import java.time.Duration;

/**
 * Decides when to ask for a commit at once instead of waiting for the timer. A commit for each command answers a lone caller in
 * half the time, and costs a busy processor most of its throughput (docs/adr/0003). So only a fresh command gets one: where
 * commands have had to wait, more are waiting, and one commit serves them all.
 */
final class CommitPacer {

    private final long freshMs;

    CommitPacer(Duration fresh) {
        this.freshMs = fresh.toMillis();
    }

    /**
     * Says whether a command that was given at one time and is decided at another may have a commit of its own. A command from the
     * future tells of clocks that differ, and of nothing else.
     *
     * @param givenMs   when it was given, in milliseconds of its giver's clock
     * @param decidedMs when it is decided, in milliseconds of ours
     */
    boolean mayCommitNow(long givenMs, long decidedMs) {
        long waitedMs = decidedMs - givenMs;
        return waitedMs >= 0 && waitedMs <= freshMs;
    }
}
