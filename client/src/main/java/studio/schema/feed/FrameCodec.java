package studio.schema.feed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.Bounds;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Vector;

/** Writes and reads frames: a byte for the version of the protocol, a byte for the type, and the record. */
public final class FrameCodec {

    private static final int HEADER = 2;
    private static final String SNAPSHOT = Frame.Snapshot.class.getSimpleName();
    private static final String ITEMS = "Items";

    private static final Map<String, Class<? extends Frame>> TYPES = Stream.of(Frame.Up.class, Frame.Down.class)
            .flatMap(direction -> Arrays.stream(direction.getPermittedSubclasses()))
            .map(type -> type.<Frame>asSubclass(Frame.class))
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /** A snapshot on the wire, where its items are compressed. */
    record Compressed(
            long delivery,
            int part,
            boolean last,
            Vector to,
            List<Head> heads,
            List<String> left,
            ByteBuffer items,
            ItemsHash root) {}

    record Items(List<FeedItem> items) {}

    private FrameCodec() {}

    /**
     * Encodes a frame.
     *
     * @throws IllegalArgumentException if it is larger than a frame may be
     */
    public static byte[] encode(Frame frame) {
        String name = frame.getClass().getSimpleName();
        byte[] body = frame instanceof Frame.Snapshot snapshot
                ? FeedSchema.encode(SNAPSHOT, compressed(snapshot))
                : FeedSchema.encode(name, (Record) frame);
        if (body.length + HEADER > Bounds.MAX_FRAME) {
            throw new IllegalArgumentException(
                    name + " has " + body.length + " bytes; a frame may have " + Bounds.MAX_FRAME);
        }
        return ByteBuffer.allocate(HEADER + body.length)
                .put((byte) Frame.PROTOCOL)
                .put((byte) FeedSchema.number(name))
                .put(body)
                .array();
    }

    /**
     * Decodes what a site or a home says.
     *
     * @throws UnknownProtocolException if the frame is of another version of the protocol
     * @throws IllegalArgumentException if the bytes are no such frame
     */
    public static Frame.Up decodeUp(byte[] bytes) {
        if (decode(bytes) instanceof Frame.Up up) {
            return up;
        }
        throw new IllegalArgumentException("this frame goes down, not up");
    }

    /**
     * Decodes what is said to a site or a home.
     *
     * @throws UnknownProtocolException if the frame is of another version of the protocol
     * @throws IllegalArgumentException if the bytes are no such frame
     */
    public static Frame.Down decodeDown(byte[] bytes) {
        if (decode(bytes) instanceof Frame.Down down) {
            return down;
        }
        throw new IllegalArgumentException("this frame goes up, not down");
    }

    private static Frame decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes.length > Bounds.MAX_FRAME) {
            throw new IllegalArgumentException("a frame has " + HEADER + " to " + Bounds.MAX_FRAME + " bytes");
        }
        if (bytes[0] != Frame.PROTOCOL) {
            throw new UnknownProtocolException(bytes[0]);
        }
        String name = FeedSchema.name(bytes[1]);
        byte[] body = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        if (name.equals(SNAPSHOT)) {
            return expanded(FeedSchema.decode(SNAPSHOT, body, Compressed.class));
        }
        Class<? extends Frame> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException(name + " is no frame");
        }
        return (Frame) FeedSchema.decode(name, body, type.asSubclass(Record.class));
    }

    private static Compressed compressed(Frame.Snapshot snapshot) {
        byte[] items = Deflate.compress(FeedSchema.encode(ITEMS, new Items(snapshot.items())));
        return new Compressed(
                snapshot.delivery(),
                snapshot.part(),
                snapshot.last(),
                snapshot.to(),
                snapshot.heads(),
                snapshot.left(),
                ByteBuffer.wrap(items),
                snapshot.root());
    }

    private static Frame.Snapshot expanded(Compressed snapshot) {
        byte[] compressed = new byte[snapshot.items().remaining()];
        snapshot.items().duplicate().get(compressed);
        return new Frame.Snapshot(
                snapshot.delivery(),
                snapshot.part(),
                snapshot.last(),
                snapshot.to(),
                snapshot.heads(),
                snapshot.left(),
                FeedSchema.decode(ITEMS, Deflate.expand(compressed), Items.class)
                        .items(),
                snapshot.root());
    }
}
