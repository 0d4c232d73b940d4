package studio.feed.source;

import studio.domain.plan.ItemsHash;
import studio.feed.frame.Vector;

/** What a source knows of a subject. */
public sealed interface Standing {

    /**
     * It is to have something, or nothing.
     *
     * @param vector how far that has got
     * @param root   its hash
     */
    record Known(Vector vector, ItemsHash root) implements Standing {}

    /**
     * It was removed.
     *
     * @param reason for people
     */
    record Removed(String reason) implements Standing {}

    /** Nobody has heard of it, or not yet. */
    record Unknown() implements Standing {}
}
