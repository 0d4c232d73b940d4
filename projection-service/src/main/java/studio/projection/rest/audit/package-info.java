/** The audit over REST: as a list, as an export and as a tail. */
@NullMarked
package studio.projection.rest.audit;

import org.jspecify.annotations.NullMarked;
