/**
 * What every stream shares: names, keys, the shape of a decision, and read access to a stream's entities.
 *
 * <p>A stream is the unit of consistency. A command is decided against one stream ({@link studio.domain.kernel.Decider}),
 * its events change that stream's entities, and nothing here knows where the entities are kept.
 */
package studio.domain.kernel;
