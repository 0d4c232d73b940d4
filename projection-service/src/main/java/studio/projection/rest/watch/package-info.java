/** Server-sent events: what all of them have in common, and watching lists and objects. */
@NullMarked
package studio.projection.rest.watch;

import org.jspecify.annotations.NullMarked;
