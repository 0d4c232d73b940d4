/** Whether the service lives and can do its work. */
@NullMarked
package studio.projection.health;

import org.jspecify.annotations.NullMarked;
