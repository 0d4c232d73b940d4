/** How backbones and networks do, for people and for whoever collects metrics. */
@NullMarked
package studio.projection.summary;

import org.jspecify.annotations.NullMarked;
