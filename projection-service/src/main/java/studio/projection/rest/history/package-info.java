/** History over REST: what happened, what differs, and why. The same for every type of stream. */
@NullMarked
package studio.projection.rest.history;

import org.jspecify.annotations.NullMarked;
