/** What Studio's processors on Kafka Streams have in common: settings, stores, commits, and what becomes of failures. */
package studio.streams;
