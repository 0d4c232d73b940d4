/** What a home or an agent keeps over its own end: the last good document, and decisions that nobody has answered. */
package studio.feed.disk;
