package studio.feed.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.ItemKey;

/**
 * What changes for one audience.
 *
 * @param head    the audience after it
 * @param upserts items that are new or other than before
 * @param deletes keys of items that are gone
 */
public record Update(Head head, List<FeedItem> upserts, List<String> deletes) {

    /** What a delta changes, by audience; items of an audience that has no head there are left out. */
    public static List<Update> of(Frame.Delta delta) {
        Map<String, List<FeedItem>> upserts =
                delta.upserts().stream().collect(Collectors.groupingBy(FeedItem::audience));
        Map<String, List<String>> deletes = delta.deletes().stream()
                .collect(Collectors.groupingBy(
                        ItemKey::audience, Collectors.mapping(ItemKey::key, Collectors.toList())));
        return delta.heads().stream()
                .map(head -> new Update(
                        head,
                        upserts.getOrDefault(head.audience(), List.of()),
                        deletes.getOrDefault(head.audience(), List.of())))
                .toList();
    }
}
