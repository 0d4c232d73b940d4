package studio.projection.store;

import studio.domain.kernel.Digest;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.StoredEvent;

/**
 * The last event of a stream that was folded.
 *
 * @param revision its number
 * @param hash     its hash
 * @param since    the first revision of the root's present incarnation
 */
public record Head(long revision, Digest hash, long since) {

    /** Before the first event. */
    public static final Head START = new Head(0, HashChain.START, 1);

    /**
     * The head after the stream's next event.
     *
     * @throws BrokenLogException if it is not the next event, or not what was written
     */
    public Head next(StoredEvent event) {
        EventMeta meta = event.meta();
        if (meta.revision() != revision + 1) {
            throw new BrokenLogException(
                    meta.stream() + " goes on from revision " + revision + " with " + meta.revision());
        }
        if (!meta.previousHash().equals(hash)) {
            throw new BrokenLogException(
                    meta.stream() + "@" + meta.revision() + " was written after another event than the one before it");
        }
        if (!HashChain.hash(event.type(), event.version(), event.body()).equals(meta.hash())) {
            throw new BrokenLogException(
                    meta.stream() + "@" + meta.revision() + " does not have the hash that it carries");
        }
        return new Head(meta.revision(), meta.hash(), since);
    }

    /** The same event as the first of a new incarnation. */
    Head reborn() {
        return new Head(revision, hash, revision);
    }
}
