package studio.feed.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Shelf;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Head;
import studio.feed.frame.ItemKey;
import studio.feed.frame.Vector;

/** Knows what the subjects of one network or backbone are to have. All answers are of the same moment until it changes. */
public interface Source {

    /**
     * What has changed.
     *
     * @param heads   the audiences that changed, as they are now
     * @param upserts items that are new or other than before
     * @param deletes items that are gone
     */
    record Changes(List<Head> heads, List<FeedItem> upserts, List<ItemKey> deletes) {}

    /**
     * Audiences as they are at one moment, however long it takes to send them.
     *
     * @param to      how far the document has got then
     * @param root    its hash
     * @param shelves the audiences that differ
     * @param left    the audiences that the document has no more
     */
    record Cut(Vector to, ItemsHash root, List<Shelf> shelves, List<String> left) {}

    /** What it knows of that subject. */
    Standing standing(Subject subject);

    /** What has changed for a subject that is known since it had got that far, if all of that is remembered. */
    Optional<Changes> since(Subject subject, Vector from, Instant now);

    /** What differs for a subject that is known from what it had when it had got that far. */
    Cut cut(Subject subject, Vector from);
}
