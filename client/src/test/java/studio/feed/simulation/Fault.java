package studio.feed.simulation;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong while a simulation is wild. */
enum Fault {
    DROP,
    DUPLICATE,
    REORDER,
    /** A connection breaks, and both ends know. */
    BREAK,
    /** A connection takes what is sent and nothing comes out. */
    HALF_OPEN,
    CRASH,
    /** A reader makes its writer wait. */
    SLOW,
    /** A disk is full. */
    DISK_FULL,
    /** A bit of an item's content flips. */
    CORRUPT,
    /** A delivery lacks some of its items. */
    TRUNCATE,
    /** A snapshot of nothing at all comes. */
    EMPTY,
    /** A server lags behind the one before. */
    LAG,
    /** Two lives of one site run at once. */
    CLONE;

    static Set<Fault> all() {
        return EnumSet.allOf(Fault.class);
    }

    /** Those after which what comes is still what somebody sent. */
    static Set<Fault> ofTheNetwork() {
        return EnumSet.complementOf(EnumSet.of(CORRUPT, TRUNCATE, EMPTY));
    }
}
