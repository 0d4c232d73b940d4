/**
 * The feed at the centre: what homes and interior sites are to have goes down to them, and what they say becomes commands.
 *
 * <p>{@link studio.projection.feed.FeedRuntime} follows what is desired, keeps it by network and backbone
 * ({@link studio.projection.feed.FeedDirectory}), and serves it on a port of its own. {@link studio.projection.feed.Uplink} is told what
 * comes up.
 */
@NullMarked
package studio.projection.feed;

import org.jspecify.annotations.NullMarked;
