package studio.domain.kernel;

import java.time.Instant;

/**
 * A command that the clock will give unless the entity changes before. It follows from the entity's state alone, so that it
 * needs no event of its own and a replay finds it again.
 *
 * @param name    what it is for, unique within the entity
 * @param due     when
 * @param command what to do then
 */
public record Timer(String name, Instant due, Command command) {}
