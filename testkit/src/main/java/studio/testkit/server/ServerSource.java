package studio.testkit.server;

/** Where real servers come from. What it starts, it ends with the JVM. */
sealed interface ServerSource permits ChildProcessServers, ContainerServers {

    /** Starts a broker; asked again by the same name, may give the same one. */
    KafkaCluster startKafka(String name);

    /** Makes a database, on a server that is started for the first one. */
    PostgresDatabase createDatabase(String name);

    /** Starts a schema registry. */
    SchemaRegistry startRegistry();
}
