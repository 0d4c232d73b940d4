/** Commands to libraries and what is in them. */
@NullMarked
package studio.command.rest.library;

import org.jspecify.annotations.NullMarked;
