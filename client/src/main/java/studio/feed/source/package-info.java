/**
 * Where the upper end of a feed takes what it sends from.
 *
 * <p>A {@link studio.feed.source.Source} is asked what a {@link studio.feed.source.Subject} is to have;
 * {@link studio.feed.source.AudienceStore} answers from memory, at the centre and at a network's home alike.
 */
package studio.feed.source;
