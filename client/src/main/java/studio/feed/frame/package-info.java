/**
 * What the two ends of a feed say to each other, in values.
 *
 * <p>{@link studio.feed.frame.Frame} is the conversation. To the feed a {@link studio.feed.frame.FeedItem} is a key, a digest and bytes:
 * it knows nothing of processes or listeners. A {@link studio.feed.frame.Vector} says how far somebody has got.
 */
package studio.feed.frame;
