/**
 * The lower end of feeds: how a home or a site comes to have what it is to have, and keeps it.
 *
 * <p>A {@link studio.feed.client.ClientSession} reads no clock and no socket and draws no lots: what happens is told to it, and it
 * answers with what is to be done. {@code studio.feed.transport} does it.
 */
package studio.feed.client;
