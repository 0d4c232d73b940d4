/** Who asks: the bearer token or session cookie of a request becomes an actor, in the same way in every service. */
@NullMarked
package studio.identity;

import org.jspecify.annotations.NullMarked;
