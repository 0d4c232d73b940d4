/** One network's home: between the centre and the network's sites. */
@NullMarked
package studio.home.relay;

import org.jspecify.annotations.NullMarked;
