package studio.projection.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.domain.kernel.StreamKey;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Update;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Head;
import studio.schema.Desired;
import studio.schema.DesiredKey;
import studio.schema.feed.ItemMapping;

/**
 * Puts the records of the desired topic together to whole revisions of audiences. The planner writes an audience's items first and its
 * head last; a topic that was compacted in between may have a head before the items that it counts, so what does not fit yet waits for
 * the next head.
 */
final class Revisions {

    /** Of an audience that is gone, and of which compaction left no head. */
    private static final AudienceHead GONE = new AudienceHead(1, 0, ItemsHash.EMPTY, List.of(), Optional.empty());

    private final Map<StreamKey, Map<String, Open>> open = new LinkedHashMap<>();

    /** What has come of an audience and was not taken yet: what its keys are now, and its head. */
    private static final class Open {

        private final Map<String, Optional<FeedItem>> items = new TreeMap<>();
        private Optional<AudienceHead> head = Optional.empty();
    }

    /** A record; one without a value says that the key is gone. */
    void read(DesiredKey key, Optional<Desired> value) {
        Open audience = open(key.stream(), key.audience());
        if (key.item().isPresent()) {
            audience.items.put(
                    key.item().get(),
                    value.map(Desired.OfItem.class::cast).map(item -> ItemMapping.toFeed(key.audience(), item.item())));
        } else {
            // A head of nothing comes before its end, and says since when.
            audience.head = value.map(Desired.OfHead.class::cast)
                    .map(Desired.OfHead::head)
                    .or(() -> audience.head)
                    .or(() -> Optional.of(GONE));
        }
    }

    private Open open(StreamKey stream, String audience) {
        return open.computeIfAbsent(stream, first -> new LinkedHashMap<>())
                .computeIfAbsent(audience, first -> new Open());
    }

    /** Takes what is whole, by stream. */
    Map<StreamKey, List<Revision>> take() {
        Map<StreamKey, List<Revision>> whole = new HashMap<>();
        open.forEach((stream, audiences) -> {
            Iterator<Map.Entry<String, Open>> each = audiences.entrySet().iterator();
            while (each.hasNext()) {
                Map.Entry<String, Open> audience = each.next();
                Open found = audience.getValue();
                if (found.head.isPresent()) {
                    whole.computeIfAbsent(stream, first -> new ArrayList<>())
                            .add(revision(audience.getKey(), found, found.head.get()));
                    each.remove();
                }
            }
        });
        open.values().removeIf(Map::isEmpty);
        return whole;
    }

    private static Revision revision(String audience, Open found, AudienceHead head) {
        List<FeedItem> upserts =
                found.items.values().stream().flatMap(Optional::stream).toList();
        List<String> deletes = found.items.entrySet().stream()
                .filter(item -> item.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Head counted = new Head(audience, head.version(), Math.toIntExact(head.count()), head.hash(), head.document());
        return new Revision(new Update(counted, upserts, deletes), head.home());
    }

    /** Puts back what could not be used yet: unless something newer has come, it is as if it had not been taken. */
    void restore(StreamKey stream, Revision revision) {
        putBack(stream, revision);
        Open audience = open(stream, revision.audience());
        Head head = revision.update().head();
        audience.head = audience.head.or(() -> Optional.of(
                new AudienceHead(head.version(), head.count(), head.hash(), head.document(), revision.home())));
    }

    /** Puts back what did not fit what is there: it waits for the next head. */
    void putBack(StreamKey stream, Revision revision) {
        Open audience = open(stream, revision.audience());
        revision.update().upserts().forEach(item -> audience.items.putIfAbsent(item.key(), Optional.of(item)));
        revision.update().deletes().forEach(key -> audience.items.putIfAbsent(key, Optional.empty()));
    }
}
