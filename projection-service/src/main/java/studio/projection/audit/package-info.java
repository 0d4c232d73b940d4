/** The audit: what happened and what was refused, as a list, an export and a tail. */
@NullMarked
package studio.projection.audit;

import org.jspecify.annotations.NullMarked;
