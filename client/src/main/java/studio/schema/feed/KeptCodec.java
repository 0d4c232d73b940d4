package studio.schema.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Vector;

/** Writes and reads what is kept on a disk. */
public final class KeptCodec {

    private static final String DOCUMENT = "Kept";
    private static final String DECISIONS = "KeptDecisions";

    record Kept(Vector vector, List<Head> heads, List<FeedItem> items) {}

    /**
     * Decisions that wait for an answer.
     *
     * @param lastSeq the highest number that was given
     * @param pending those that wait, the oldest first
     */
    public record Decisions(long lastSeq, List<Frame.Decide> pending) {}

    private KeptCodec() {}

    /** Encodes a document. */
    public static byte[] encode(Document document) {
        List<Shelf> shelves = document.shelves().values().stream().toList();
        return FeedSchema.encode(
                DOCUMENT,
                new Kept(
                        document.vector(),
                        shelves.stream().map(Shelf::head).toList(),
                        shelves.stream()
                                .flatMap(shelf -> shelf.items().values().stream())
                                .toList()));
    }

    /**
     * Decodes a document.
     *
     * @throws IllegalArgumentException if the bytes are none, or its items are not those that its heads say
     */
    public static Document decodeDocument(byte[] bytes) {
        Kept kept = FeedSchema.decode(DOCUMENT, bytes, Kept.class);
        Map<String, List<FeedItem>> items = kept.items().stream().collect(Collectors.groupingBy(FeedItem::audience));
        List<Shelf> shelves = kept.heads().stream()
                .map(head -> Shelf.of(head, items.getOrDefault(head.audience(), List.of())))
                .toList();
        if (!shelves.stream().map(Shelf::head).toList().equals(kept.heads())) {
            throw new IllegalArgumentException("the items are not those that the heads say");
        }
        return Document.of(kept.vector(), shelves);
    }

    /** Encodes decisions. */
    public static byte[] encode(Decisions decisions) {
        return FeedSchema.encode(DECISIONS, decisions);
    }

    /**
     * Decodes decisions.
     *
     * @throws IllegalArgumentException if the bytes are none
     */
    public static Decisions decodeDecisions(byte[] bytes) {
        return FeedSchema.decode(DECISIONS, bytes, Decisions.class);
    }
}
