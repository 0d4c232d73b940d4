package studio.testkit.server;

/** Where real servers come from. What it starts, it ends with the JVM. */
sealed interface ServerSource permits ChildProcessServers, ContainerServers {

    /** Starts a broker. */
    KafkaCluster startKafka();

    /** Makes a database, on a server that is started for the first one. */
    PostgresDatabase createDatabase(String name);

    /** Starts a schema registry. */
    SchemaRegistry startRegistry();
}
