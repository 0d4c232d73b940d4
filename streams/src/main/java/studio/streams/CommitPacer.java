package studio.streams;

import java.time.Duration;

/**
 * Decides how soon a record that was worked on is to be committed. A commit for each answers a lone caller in half the time, and costs
 * a busy processor most of its throughput (docs/adr/0003). So only a fresh record gets one. Where records have had to wait, more are
 * waiting, and one commit serves them all: the longer they had to wait, the more of them it must serve.
 */
public final class CommitPacer {

    private final long freshMs;
    private final long backlogMs;

    /**
     * A pacer that calls records fresh or late.
     *
     * @param fresh   a record worked on within this time of being written has not waited
     * @param backlog a record that waited longer than this is one of many
     */
    public CommitPacer(Duration fresh, Duration backlog) {
        this.freshMs = fresh.toMillis();
        this.backlogMs = backlog.toMillis();
    }

    /**
     * Says how soon to commit a record that was written at one time and is worked on at another. One from the future tells of clocks
     * that differ, and of nothing else.
     *
     * @param givenMs   when it was written, in milliseconds of its writer's clock
     * @param decidedMs when it is worked on, in milliseconds of ours
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
