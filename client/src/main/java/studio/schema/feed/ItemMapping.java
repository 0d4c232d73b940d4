package studio.schema.feed;

import java.nio.ByteBuffer;
import java.util.Optional;
import studio.domain.kernel.EntityKey;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Problem;
import studio.schema.DesiredCodec;
import studio.schema.Encoded;
import studio.schema.Schemas;

/**
 * Relates what is planned to what the feed carries. A spec is two bytes for the version of its schema, then the record; a cause is an
 * entity's key, an {@code @} and the revision, and behind a blank who asked for it, if that is known.
 */
public final class ItemMapping {

    private static final char REVISION = '@';
    private static final char ASKER = ' ';

    private ItemMapping() {}

    /** An audience's item, for the feed. */
    public static FeedItem toFeed(String audience, Item item) {
        return new FeedItem(
                audience,
                item.key(),
                item.kind().name(),
                item.digest(),
                bytes(item.spec()),
                item.previous().stream()
                        .map(earlier -> new FeedItem.Previous(earlier.digest(), bytes(earlier.spec())))
                        .toList(),
                text(item.cause()));
    }

    private static String text(Cause cause) {
        return cause.entity().toString()
                + REVISION
                + cause.revision()
                + cause.by().map(by -> ASKER + by).orElse("");
    }

    private static ByteBuffer bytes(ItemSpec spec) {
        Encoded encoded = DesiredCodec.encodeSpec(spec);
        return ByteBuffer.allocate(Short.BYTES + encoded.body().length)
                .putShort((short) encoded.version())
                .put(encoded.body())
                .flip()
                .asReadOnlyBuffer();
    }

    /**
     * What was planned. Does not compare digests.
     *
     * @throws IllegalArgumentException if the bytes are no spec, or a newer version wrote them
     */
    public static Item fromFeed(FeedItem item) {
        return new Item(
                item.key(),
                item.digest(),
                spec(item.spec()),
                item.previous().stream()
                        .map(earlier -> new Item.Previous(earlier.digest(), spec(earlier.spec())))
                        .toList(),
                cause(item.cause()));
    }

    private static ItemSpec spec(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        if (rest.remaining() < Short.BYTES) {
            throw new IllegalArgumentException("a spec has at least two bytes");
        }
        int version = Short.toUnsignedInt(rest.getShort());
        byte[] body = new byte[rest.remaining()];
        rest.get(body);
        return DesiredCodec.decodeSpec(new Encoded(Schemas.ITEM_SPEC, version, body));
    }

    private static Cause cause(String text) {
        int end = text.indexOf(ASKER);
        String event = end < 0 ? text : text.substring(0, end);
        int at = event.lastIndexOf(REVISION);
        if (at < 0) {
            throw new IllegalArgumentException("cause '" + text + "' must be entity@revision");
        }
        return new Cause(
                EntityKey.parse(event.substring(0, at)),
                Long.parseLong(event.substring(at + 1)),
                end < 0 ? Optional.empty() : Optional.of(text.substring(end + 1)));
    }

    /** Says why an item cannot be taken: it is none that is known here, or its digest is another's. A checker of the lower end. */
    public static Optional<Problem> check(FeedItem item) {
        Item read;
        try {
            read = fromFeed(item);
        } catch (IllegalArgumentException unknown) {
            return Optional.of(new Problem(Problem.UNKNOWN_ITEM, item.key() + ": " + unknown.getMessage()));
        }
        return read.isWhole()
                ? Optional.empty()
                : Optional.of(new Problem(Problem.DIGEST_DIFFERS, item.key() + " is not what its digest says"));
    }
}
