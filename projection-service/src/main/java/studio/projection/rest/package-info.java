/** What can be read over REST. */
@NullMarked
package studio.projection.rest;

import org.jspecify.annotations.NullMarked;
