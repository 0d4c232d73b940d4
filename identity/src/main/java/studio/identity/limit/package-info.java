/** What a client may ask of a service before anybody knows who it is: how often, and how much at once. */
@NullMarked
package studio.identity.limit;

import org.jspecify.annotations.NullMarked;
