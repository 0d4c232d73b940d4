/** Pages of docs/reference that are generated from sources. */
@NullMarked
package studio.testkit.reference;

import org.jspecify.annotations.NullMarked;
