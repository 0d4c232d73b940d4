package studio.schema.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.ItemKey;
import studio.feed.frame.ItemStatus;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;

/** One frame of each type, always the same. */
final class Frames {

    private static final Vector FROM =
            new Vector(List.of(new AudienceVersion("network", 7), new AudienceVersion("site/1", 3)));
    private static final Vector TO =
            new Vector(List.of(new AudienceVersion("network", 9), new AudienceVersion("site/1", 3)));
    private static final ItemsHash ROOT = ItemsHash.of("process/web", "i1:a");
    private static final FeedItem ITEM = new FeedItem(
            "network",
            "process/web",
            "PROCESS",
            "i1:a",
            bytes("naïve spec"),
            List.of(new FeedItem.Previous("i1:0", bytes("older"))),
            "event-9");
    private static final Head HEAD = new Head("network", 9, 1, ROOT, List.of());
    private static final Problem PROBLEM = new Problem("root-differs", "is 1, should be 2");

    private Frames() {}

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Frame> all() {
        return List.of(
                new Frame.Hello("boot-1", 4, FROM, ROOT, ItemsHash.EMPTY, Set.of("fan")),
                new Frame.Synced(FROM, ROOT),
                new Frame.Delta(
                        5, FROM, TO, List.of(HEAD), List.of(ITEM), List.of(new ItemKey("network", "halt")), ROOT),
                new Frame.Snapshot(6, 1, true, TO, List.of(HEAD), List.of("class/2"), List.of(ITEM), ROOT),
                new Frame.Ack(5, TO, ROOT),
                new Frame.Nack(5, FROM, "process/web", "i1:a", PROBLEM),
                new Frame.Bookmark(TO),
                new Frame.Resync(Frame.Resync.Reason.STATUS),
                new Frame.Farewell("left"),
                new Frame.Cleaned(),
                new Frame.Refused(PROBLEM, 1_500),
                new Frame.Beat(TO, ROOT, ROOT, 12),
                new Frame.Status(
                        List.of(new ItemStatus("process/web", "i1:a", "FAILED", "no such image")),
                        List.of("halt"),
                        true),
                new Frame.Decide(8, "web", "d1:x", "DECLINED", "no", bytes("in"), "alice", bytes("signature")),
                new Frame.Decided(8, "accepted", ""),
                new Frame.Csr("0190", "-----BEGIN CERTIFICATE REQUEST-----"),
                new Frame.Certificate("0190", 3, "-----BEGIN CERTIFICATE-----", 2),
                new Frame.Flows(Instant.EPOCH, Instant.parse("2026-03-01T12:00:00.123456Z"), bytes("flows")),
                new Frame.FromSite("site/1", bytes("up")),
                new Frame.ToSite("site/1", bytes("down")));
    }
}
