package studio.projection.feed;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.plan.Item;
import studio.feed.document.Shelf;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Vector;
import studio.feed.source.Source;
import studio.feed.source.Standing;
import studio.feed.source.Subject;
import studio.schema.feed.ItemMapping;

/** What the items of a site's document are. Many sites share theirs, so what was read lately is kept. On the feed's event loop. */
final class KnownItems {

    private static final int MOST = 10_000;

    private final IdentityHashMap<FeedItem, Item> read = new IdentityHashMap<>();

    /** A site's document. */
    final class OfSite {

        private final List<Shelf> shelves;

        private OfSite(List<Shelf> shelves) {
            this.shelves = shelves;
        }

        /** Whether there is an item of that key. */
        boolean has(String key) {
            return shelves.stream().anyMatch(shelf -> shelf.items().containsKey(key));
        }

        /** The item of that key, of the narrowest audience that has one. */
        Optional<Item> find(String key) {
            return shelves.stream()
                    .map(shelf -> Optional.ofNullable(shelf.items().get(key)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(KnownItems.this::read);
        }

        /** All items whose keys begin like that, of the narrowest audiences. */
        Stream<Item> all(String prefix) {
            return shelves.stream()
                    .flatMap(shelf -> shelf.items().tailMap(prefix).entrySet().stream()
                            .takeWhile(item -> item.getKey().startsWith(prefix))
                            .map(Map.Entry::getValue))
                    .map(KnownItems.this::read);
        }
    }

    /** A document without items. */
    OfSite nothing() {
        return new OfSite(List.of());
    }

    /** The document of a site; without items if there is no such site. */
    OfSite of(Source source, Subject.Site site) {
        if (!(source.standing(site) instanceof Standing.Known)) {
            return new OfSite(List.of());
        }
        List<Shelf> shelves = source.cut(site, Vector.NONE).shelves();
        List<String> order = shelves.stream()
                .filter(shelf -> shelf.head().audience().equals(site.audience()))
                .flatMap(shelf -> shelf.head().document().stream())
                .toList();
        return new OfSite(order.stream()
                .map(audience -> shelves.stream()
                        .filter(shelf -> shelf.head().audience().equals(audience))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList());
    }

    private Item read(FeedItem item) {
        Item known = read.get(item);
        if (known == null) {
            if (read.size() >= MOST) {
                read.clear();
            }
            known = ItemMapping.fromFeed(item);
            read.put(item, known);
        }
        return Objects.requireNonNull(known);
    }
}
