/**
 * Writes the tables. One instance at a time reads the log, folds it with the domain's own {@code evolve}, and writes the changed
 * rows and its position in one transaction; so the tables always are what the log says up to that position.
 */
@NullMarked
package studio.projection.store;

import org.jspecify.annotations.NullMarked;
