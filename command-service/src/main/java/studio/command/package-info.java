/** The command service: takes commands over REST, decides them in a Kafka Streams topology, answers with what became of them. */
@NullMarked
package studio.command;

import org.jspecify.annotations.NullMarked;
