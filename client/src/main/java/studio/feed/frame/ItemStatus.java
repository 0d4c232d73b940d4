package studio.feed.frame;

import studio.domain.plan.ItemsHash;

/**
 * How an item does at a site.
 *
 * @param key    the item's key
 * @param digest the digest of what runs, which may be older than what is wanted
 * @param state  how it does, in the planner's words
 * @param detail why, if there is something to say; else empty
 */
public record ItemStatus(String key, String digest, String state, String detail) {

    /** Checks the bounds. */
    public ItemStatus {
        Bounds.name("key", key);
        Bounds.name("digest", digest);
        Bounds.name("state", state);
        Bounds.text("detail", detail);
    }

    /** What it adds to the digest of the status of all items. */
    public ItemsHash hash() {
        return ItemsHash.of(key, digest + "\0" + state + "\0" + detail);
    }
}
