/** Commands to backbones and what is in them. */
@NullMarked
package studio.command.rest.backbone;

import org.jspecify.annotations.NullMarked;
