/** What is done from time to time, on a context on which queries can be made. */
@NullMarked
package studio.projection.repeat;

import org.jspecify.annotations.NullMarked;
