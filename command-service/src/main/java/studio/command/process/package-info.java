/**
 * The single writer of every stream: one Kafka Streams topology, exactly once, that turns commands into events and outcomes.
 *
 * <p>Start with {@link studio.command.process.CommandProcessor}; {@link studio.command.process.CommandTopology} is the wiring.
 */
package studio.command.process;
