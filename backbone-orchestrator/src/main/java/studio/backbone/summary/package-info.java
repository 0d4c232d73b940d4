/** How a backbone and its networks do, in a few numbers. */
@NullMarked
package studio.backbone.summary;

import org.jspecify.annotations.NullMarked;
