/** Commands to certificates, in whatever stream they are. */
@NullMarked
package studio.command.rest.certificate;

import org.jspecify.annotations.NullMarked;
