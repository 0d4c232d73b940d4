/**
 * How feeds travel: HTTP/2 over mutual TLS 1.3, with Vert.x.
 *
 * <p>{@link studio.feed.transport.FeedServer} and {@link studio.feed.transport.FeedClient} do what the sessions of
 * {@code studio.feed.server} and {@code studio.feed.client} want to have done. Each runs on one event loop and so needs no locks. A
 * session is one exchange: its request carries frames up, its response frames down, each with its length in four bytes before it.
 */
package studio.feed.transport;
