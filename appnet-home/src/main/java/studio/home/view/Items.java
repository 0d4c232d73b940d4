package studio.home.view;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.plan.Item;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Vector;
import studio.home.relay.Look;
import studio.schema.feed.ItemMapping;

/** What the sites of a network are to have, read. Many sites have the same items, each of which is read once. */
final class Items {

    private final Document document;
    private final IdentityHashMap<FeedItem, Optional<Item>> read = new IdentityHashMap<>();

    Items(Look look) {
        this.document = look.document();
    }

    /** What one site is to have; an item of a kind that a newer centre plans is left out. */
    List<Item> of(String site) {
        List<Shelf> shelves = shelf(site).stream()
                .flatMap(own -> own.head().document().stream())
                .flatMap(audience -> shelf(audience).stream())
                .toList();
        Stream<Item> items = Document.of(Vector.NONE, shelves).merged().values().stream()
                .flatMap(item -> read.computeIfAbsent(item, Items::read).stream());
        return studio.domain.plan.Document.of(Stream.of(items.toList()));
    }

    private Optional<Shelf> shelf(String audience) {
        return Optional.ofNullable(document.shelves().get(audience));
    }

    private static Optional<Item> read(FeedItem item) {
        try {
            return Optional.of(ItemMapping.fromFeed(item));
        } catch (IllegalArgumentException newer) {
            return Optional.empty();
        }
    }
}
