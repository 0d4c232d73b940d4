package studio.testkit.server;

import java.util.Locale;
import java.util.UUID;

/**
 * The servers of this JVM, for tests that cannot use {@link RealServers}: a Quarkus test resource, for instance. They start when
 * first asked for and end with the JVM.
 */
public final class TestServers {

    private static final ServerSource SOURCE =
            Boolean.getBoolean("studio.containers") ? new ContainerServers() : new ChildProcessServers();

    private TestServers() {}

    /** The broker that the tests of this JVM share, without topics. */
    public static KafkaCluster emptyKafka() {
        SharedKafka.CLUSTER.deleteTopics();
        return SharedKafka.CLUSTER;
    }

    /** Another broker, for a test that needs two or wants one to itself. */
    public static KafkaCluster newKafka() {
        return SOURCE.startKafka(UUID.randomUUID().toString());
    }

    /**
     * A database of its own on the server that the tests of this JVM share; {@code hint} will be part of its name. A counter would
     * not do for the rest: Quarkus loads this class anew for each application, and the server outlives them.
     */
    public static PostgresDatabase newDatabase(String hint) {
        String unique = UUID.randomUUID().toString().replace('-', '_');
        return SOURCE.createDatabase(hint.toLowerCase(Locale.ROOT) + "_" + unique);
    }

    /** The schema registry that the tests of this JVM share, with all that earlier tests registered. */
    public static SchemaRegistry registry() {
        return SharedRegistry.REGISTRY;
    }

    private static final class SharedKafka {
        static final KafkaCluster CLUSTER = SOURCE.startKafka("shared");
    }

    private static final class SharedRegistry {
        static final SchemaRegistry REGISTRY = SOURCE.startRegistry();
    }
}
