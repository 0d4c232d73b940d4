/** Whether all who must trust a new authority do, so that it may sign for others. */
@NullMarked
package studio.backbone.trust;

import org.jspecify.annotations.NullMarked;
