/** What those are told who claim a place: to wait, that they are let in and as whom, or why not. */
@NullMarked
package studio.projection.claim;

import org.jspecify.annotations.NullMarked;
