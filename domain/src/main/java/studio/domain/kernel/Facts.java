package studio.domain.kernel;

import java.time.Instant;

/**
 * What a decision may know beside the command and the stream: it comes from outside, so that a decision needs no clock and no chance.
 *
 * @param now   the moment of the decision; never earlier than the stream's last event
 * @param ids   the uids that the command may use
 * @param actor who asks
 */
public record Facts(Instant now, IdSource ids, Actor actor) {}
