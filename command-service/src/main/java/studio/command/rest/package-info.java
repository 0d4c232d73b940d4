/** The REST resources for commands, and what they share. A resource turns a request into one command and knows nothing of what becomes of it. */
@NullMarked
package studio.command.rest;

import org.jspecify.annotations.NullMarked;
