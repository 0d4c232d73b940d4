/**
 * Real servers for integration tests: a Kafka broker, PostgreSQL and Apicurio Registry, each started once in a JVM and only when a
 * test wants it.
 *
 * <p>They are child processes unless {@code -Dstudio.containers=true} asks for containers. Either way a test class finds them empty.
 */
package studio.testkit.server;
