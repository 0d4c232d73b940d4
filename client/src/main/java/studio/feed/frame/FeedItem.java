package studio.feed.frame;

import java.nio.ByteBuffer;
import java.util.List;
import studio.domain.plan.ItemsHash;

/**
 * One thing that an audience is to have, as the feed knows it.
 *
 * @param audience the audience's key
 * @param key      names it within the audience
 * @param kind     what sort of thing it is, in the planner's words
 * @param digest   stands for the spec and the previous ones
 * @param spec     what it is, in bytes that the feed does not read
 * @param previous what it was, the newest first
 * @param cause    the event that last changed it
 */
public record FeedItem(
        String audience,
        String key,
        String kind,
        String digest,
        ByteBuffer spec,
        List<Previous> previous,
        String cause) {

    private static final int MAX_PREVIOUS = 64;

    /** About what a field costs on the wire beside its content. */
    private static final int OVERHEAD = 16;

    /**
     * What an item was.
     *
     * @param digest the digest of the version that it belongs to
     * @param spec   what it was, in bytes that the feed does not read
     */
    public record Previous(String digest, ByteBuffer spec) {

        /** Checks the bounds. */
        public Previous {
            Bounds.name("previous.digest", digest);
            Bounds.bytes("previous.spec", spec);
        }
    }

    /** Checks the bounds and keeps its own list. */
    public FeedItem {
        Bounds.name("audience", audience);
        Bounds.name("key", key);
        Bounds.name("kind", kind);
        Bounds.name("digest", digest);
        Bounds.bytes("spec", spec);
        Bounds.few("previous", previous, MAX_PREVIOUS);
        Bounds.text("cause", cause);
        previous = List.copyOf(previous);
        if (bytes(spec, previous) > Bounds.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "spec and previous of " + key + " may have at most " + Bounds.MAX_BYTES + " bytes together");
        }
    }

    private static int bytes(ByteBuffer spec, List<Previous> previous) {
        return spec.remaining()
                + previous.stream()
                        .mapToInt(earlier -> earlier.spec().remaining())
                        .sum();
    }

    /** Where it belongs. */
    public ItemKey place() {
        return new ItemKey(audience, key);
    }

    /** What it adds to the hash of its audience. */
    public ItemsHash hash() {
        return ItemsHash.of(key, digest);
    }

    /** About how many bytes it takes. */
    public int size() {
        return audience.length()
                + key.length()
                + kind.length()
                + digest.length()
                + cause.length()
                + bytes(spec, previous)
                + OVERHEAD;
    }
}
