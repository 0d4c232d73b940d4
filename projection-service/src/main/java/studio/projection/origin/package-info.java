/** The public origin: what this service does not answer itself goes to the command service. */
@NullMarked
package studio.projection.origin;

import org.jspecify.annotations.NullMarked;
