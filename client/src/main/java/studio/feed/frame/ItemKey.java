package studio.feed.frame;

/**
 * Names an item.
 *
 * @param audience the audience's key
 * @param key      the item's key within it
 */
public record ItemKey(String audience, String key) {

    /** Checks the bounds. */
    public ItemKey {
        Bounds.name("audience", audience);
        Bounds.name("key", key);
    }
}
