/** A consumer of the events as others may write it; the page docs/event-tap.md shows it. */
package studio.schema.tap;
