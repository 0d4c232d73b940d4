/** What Studio's processors on Kafka Streams have in common: settings, stores, commits, and what becomes of failures. */
@NullMarked
package studio.streams;

import org.jspecify.annotations.NullMarked;
