/** How the tables are asked: pages, filters, and what an actor may see. */
@NullMarked
package studio.projection.query;

import org.jspecify.annotations.NullMarked;
