/**
 * The upper end of feeds: what a home or a site is sent, and when.
 *
 * <p>A {@link studio.feed.server.Hub} has all sessions of one network or backbone. It reads no clock and no socket: what happens is
 * told to it, and it answers with what is to be done. {@code studio.feed.transport} does it.
 */
package studio.feed.server;
