/** What the sites of a network say of their traffic, put together. */
@NullMarked
package studio.home.traffic;

import org.jspecify.annotations.NullMarked;
