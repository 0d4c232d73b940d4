package studio.command.rest.session;

import studio.domain.kernel.Name;

/**
 * A user who has proved who they are. The built-in directory makes one from a password; a provider of OpenID Connect would make one
 * from an ID token, and all that follows is the same.
 *
 * @param name     the user
 * @param provider who vouches for it
 */
record ProvenUser(Name name, String provider) {}
