/** What was: a stream's entities as they stood at an earlier moment, what happened to each, and why. */
@NullMarked
package studio.projection.history;

import org.jspecify.annotations.NullMarked;
