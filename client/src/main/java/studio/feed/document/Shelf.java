package studio.feed.document;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Head;

/**
 * The items of one audience at one version.
 *
 * @param head  says what they are together
 * @param items the items, by key
 */
public record Shelf(Head head, SortedMap<String, FeedItem> items) {

    /** Keeps its own view, which nobody can change. */
    public Shelf {
        items = Collections.unmodifiableSortedMap(items);
    }

    /** The shelf of an audience that never had an item. */
    public static Shelf empty(String audience) {
        return new Shelf(Head.none(audience), new TreeMap<>());
    }

    /** A shelf of these items, with a head that is true and otherwise like that one. */
    public static Shelf of(Head head, Collection<FeedItem> items) {
        SortedMap<String, FeedItem> byKey = new TreeMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        ItemsHash hash = byKey.values().stream().map(FeedItem::hash).reduce(ItemsHash.EMPTY, ItemsHash::plus);
        return new Shelf(head.of(byKey.size(), hash), byKey);
    }

    /** This shelf later: with those items, without the ones of those keys, and with a head that is true and otherwise like that one. */
    public Shelf with(Head later, Collection<FeedItem> upserts, Collection<String> deletes) {
        SortedMap<String, FeedItem> changed = new TreeMap<>(items);
        ItemsHash hash = head.hash();
        for (String key : deletes) {
            hash = without(hash, Optional.ofNullable(changed.remove(key)));
        }
        for (FeedItem item : upserts) {
            hash = without(hash, Optional.ofNullable(changed.put(item.key(), item)))
                    .plus(item.hash());
        }
        return new Shelf(later.of(changed.size(), hash), changed);
    }

    private static ItemsHash without(ItemsHash hash, Optional<FeedItem> before) {
        return before.map(item -> hash.minus(item.hash())).orElse(hash);
    }
}
