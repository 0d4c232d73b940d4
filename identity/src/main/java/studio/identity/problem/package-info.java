/** How a request is refused: everything that goes wrong becomes an RFC 9457 problem here, in the same way in every service. */
@NullMarked
package studio.identity.problem;

import org.jspecify.annotations.NullMarked;
