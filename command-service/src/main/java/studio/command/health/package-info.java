/** Whether this instance can be of use, and whether a restart would help. */
@NullMarked
package studio.command.health;

import org.jspecify.annotations.NullMarked;
