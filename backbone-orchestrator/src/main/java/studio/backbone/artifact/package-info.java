/** What is handed to those who run sites, so that these can join. */
@NullMarked
package studio.backbone.artifact;

import org.jspecify.annotations.NullMarked;
