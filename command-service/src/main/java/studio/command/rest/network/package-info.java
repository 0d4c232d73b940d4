/** Commands to application networks and what is in them. */
@NullMarked
package studio.command.rest.network;

import org.jspecify.annotations.NullMarked;
