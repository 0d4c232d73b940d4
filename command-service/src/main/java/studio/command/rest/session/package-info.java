/** Signing in and out: sessions of browsers, opened for whoever has proved who they are, by whatever provider. */
@NullMarked
package studio.command.rest.session;

import org.jspecify.annotations.NullMarked;
