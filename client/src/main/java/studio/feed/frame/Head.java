package studio.feed.frame;

import java.util.List;
import studio.domain.plan.ItemsHash;

/**
 * What is to be known of an audience's items without looking at them.
 *
 * @param audience the audience's key
 * @param version  the stream's revision that last changed them
 * @param count    how many there are
 * @param hash     stands for all of them
 * @param document if the audience is one site: the audiences of that site's document, none when the site was removed; else none
 */
public record Head(String audience, long version, int count, ItemsHash hash, List<String> document) {

    /** Checks the bounds and keeps its own list. */
    public Head {
        Bounds.name("audience", audience);
        Bounds.counts("version", version);
        Bounds.counts("count", count);
        Bounds.few("document", document, Bounds.MAX_AUDIENCES);
        document = List.copyOf(document);
    }

    /** The head of an audience that never had an item. */
    public static Head none(String audience) {
        return new Head(audience, 0, 0, ItemsHash.EMPTY, List.of());
    }

    /** This head with other items. */
    public Head of(int items, ItemsHash hashOfThem) {
        return new Head(audience, version, items, hashOfThem, document);
    }
}
