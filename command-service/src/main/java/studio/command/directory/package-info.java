/**
 * The built-in user directory: who a password belongs to, and what is personal about a user. It is kept in tables of its own, where
 * it can be erased; no event and no command has any of it.
 */
@NullMarked
package studio.command.directory;

import org.jspecify.annotations.NullMarked;
