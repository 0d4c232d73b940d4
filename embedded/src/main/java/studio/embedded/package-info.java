/**
 * Runs a whole installation on one machine: a real Kafka broker, a real PostgreSQL, a real Apicurio Registry and Studio's
 * services, each a process of its own that outlives the command that started it.
 *
 * <p>A {@link studio.embedded.Node} is one such process; an {@link studio.embedded.Installation} is all of them, in order.
 * What is true of a process is read from the operating system each time, never remembered: that is why an installation can
 * be killed at any moment and started again. Tests use single nodes, such as {@link studio.embedded.KafkaNode#start}.
 */
package studio.embedded;
