/** Reading request bodies: every flaw is found at once and named by a JSON pointer. */
@NullMarked
package studio.command.rest.body;

import org.jspecify.annotations.NullMarked;
