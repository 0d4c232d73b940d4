/** The main class of the broker's process; packed into a jar of its own, because only that process may see Kafka's server. */
package studio.embedded.broker;
