/** How fast certificates are issued by a running Studio. */
@NullMarked
package studio.benchmarks.certs;

import org.jspecify.annotations.NullMarked;
