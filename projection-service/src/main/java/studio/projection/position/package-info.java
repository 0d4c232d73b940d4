/** How far the tables are, and waiting until they are far enough. */
@NullMarked
package studio.projection.position;

import org.jspecify.annotations.NullMarked;
