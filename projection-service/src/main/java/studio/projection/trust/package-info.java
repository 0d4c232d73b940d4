/** Watches new authorities until all who must trust them do, and says so then. */
@NullMarked
package studio.projection.trust;

import org.jspecify.annotations.NullMarked;
