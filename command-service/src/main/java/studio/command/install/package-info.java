/** What an installation has once: where its data is, the key of its API tokens, and its first administrator. */
@NullMarked
package studio.command.install;

import org.jspecify.annotations.NullMarked;
