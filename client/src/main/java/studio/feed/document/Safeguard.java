package studio.feed.document;

import java.util.EnumSet;
import java.util.Set;

/** What keeps a document whole. All are always on, but in the test that shows what happens without each. */
public enum Safeguard {
    /** An item's content is what its digest says. */
    ITEM_DIGEST,
    /** After a change counts, hashes and root are what the server says. */
    ROOT,
    /** Nothing that was applied gives way to something older. */
    FENCING,
    /** A change applies only where it was made for. */
    FROM,
    /** What is missing is not gone: an audience leaves a document when the server says so. */
    EXPLICIT_LEAVE,
    /** What is acknowledged is on the disk. */
    KEPT_BEFORE_ACK,
    /** A part of a snapshot counts only after those before it. */
    PARTS_IN_ORDER,
    /** A session has one delivery in flight, and the next begins where that was acknowledged. */
    ONE_IN_FLIGHT,
    /** An acknowledgement counts only for what it answers. */
    ACK_OF_DELIVERY,
    /** Of two sessions of one subject the one that began later stays. */
    NEWEST_SESSION;

    /** All of them. */
    public static Set<Safeguard> all() {
        return EnumSet.allOf(Safeguard.class);
    }
}
