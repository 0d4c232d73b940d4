/** What is published in libraries, as the tables have it. */
@NullMarked
package studio.command.library;

import org.jspecify.annotations.NullMarked;
