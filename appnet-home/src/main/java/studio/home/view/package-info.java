/** What people are shown of a network, from what its home holds. */
@NullMarked
package studio.home.view;

import org.jspecify.annotations.NullMarked;
