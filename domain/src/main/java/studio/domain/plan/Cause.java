package studio.domain.plan;

import studio.domain.kernel.EntityKey;

/**
 * Where something planned comes from.
 *
 * @param entity   the entity that says so
 * @param revision the stream's revision from which it says so
 */
public record Cause(EntityKey entity, long revision) {}
