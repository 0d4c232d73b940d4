/** What those say who were invited and have no identity yet; the public origin passes it on. */
@NullMarked
package studio.command.rest.claim;

import org.jspecify.annotations.NullMarked;
