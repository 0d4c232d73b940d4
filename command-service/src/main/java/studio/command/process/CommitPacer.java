package studio.command.process;

import java.time.Duration;

/**
 * Decides how soon a decided command is to be committed. A commit for each command answers a lone caller in half the time, and
 * costs a busy processor most of its throughput (docs/adr/0003). So only a fresh command gets one. Where commands have had to wait,
 * more are waiting, and one commit serves them all: the longer they had to wait, the more of them it must serve.
 */
final class CommitPacer {

    private final long freshMs;
    private final long backlogMs;

    /**
     * A pacer that calls commands fresh or late.
     *
     * @param fresh   a command decided within this time of being given has not waited
     * @param backlog a command that waited longer than this is one of many
     */
    CommitPacer(Duration fresh, Duration backlog) {
        this.freshMs = fresh.toMillis();
        this.backlogMs = backlog.toMillis();
    }

    /**
     * Says how soon to commit a command that was given at one time and is decided at another. A command from the future tells of
     * clocks that differ, and of nothing else.
     *
     * @param givenMs   when it was given, in milliseconds of its giver's clock
     * @param decidedMs when it is decided, in milliseconds of ours
     */
    Pace pace(long givenMs, long decidedMs) {
        long waitedMs = decidedMs - givenMs;
        if (waitedMs > backlogMs) {
            return Pace.WITH_THE_BACKLOG;
        }
        return waitedMs >= 0 && waitedMs <= freshMs ? Pace.AT_ONCE : Pace.SOON;
    }

    /** How soon to commit. */
    enum Pace {
        /** Now: nobody else is waiting. */
        AT_ONCE,
        /** In a moment, with whatever else comes. */
        SOON,
        /** With the next of the regular commits. */
        WITH_THE_BACKLOG
    }
}
