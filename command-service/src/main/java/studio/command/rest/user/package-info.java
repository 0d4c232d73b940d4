/** Commands to users, their tokens and their sessions. */
@NullMarked
package studio.command.rest.user;

import org.jspecify.annotations.NullMarked;
