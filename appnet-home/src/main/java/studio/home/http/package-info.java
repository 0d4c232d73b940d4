/** The homes' interface for people. */
@NullMarked
package studio.home.http;

import org.jspecify.annotations.NullMarked;
