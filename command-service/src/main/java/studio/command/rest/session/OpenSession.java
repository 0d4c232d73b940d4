package studio.command.rest.session;

import java.time.Instant;
import studio.domain.kernel.Actor;
import studio.identity.Secret;
import studio.schema.CommandOutcome;

/**
 * A session that was just opened and can be used.
 *
 * @param user      whose it is
 * @param cookie    the cookie's value
 * @param expiresAt when it closes by itself
 * @param outcome   of the command that opened it
 */
record OpenSession(Actor user, Secret cookie, Instant expiresAt, CommandOutcome outcome) {}
