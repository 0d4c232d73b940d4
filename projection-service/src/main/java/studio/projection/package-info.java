/** The projection service: the tables folded from the log, all that reads them, and the public origin. */
@NullMarked
package studio.projection;

import org.jspecify.annotations.NullMarked;
