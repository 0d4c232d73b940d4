/** What the projection service can be told. */
@NullMarked
package studio.projection.config;

import org.jspecify.annotations.NullMarked;
