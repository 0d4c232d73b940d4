/**
 * What somebody has of what they are to have.
 *
 * <p>A {@link studio.feed.document.Shelf} holds the items of one audience, a {@link studio.feed.document.Document} the shelves of all
 * audiences of a site or of a network. Both never change: what comes after is another one, made whole or not at all.
 */
package studio.feed.document;
