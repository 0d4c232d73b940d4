/** What changed last, in memory, for those who watch; start at {@link studio.projection.watch.ChangeTail}. */
@NullMarked
package studio.projection.watch;

import org.jspecify.annotations.NullMarked;
