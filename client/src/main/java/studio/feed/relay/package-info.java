/** A home between the centre and its sites: the lower end of one feed, and the upper end of many. */
package studio.feed.relay;
