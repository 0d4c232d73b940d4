package studio.testkit.server;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, for machines whose programs the build does not have. Testcontainers ends them with the JVM. */
final class ContainerServers implements ServerSource {

    private static final String KAFKA = "apache/kafka-native:4.3.1";
    private static final String POSTGRES = "postgres:18.6-alpine";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final int REGISTRY_PORT = 8080;

    @Override
    public KafkaCluster startKafka(String name) {
        KafkaContainer kafka = new KafkaContainer(KAFKA);
        kafka.start();
        return new KafkaCluster(kafka.getBootstrapServers());
    }

    @Override
    public PostgresDatabase createDatabase(String name) {
        PostgreSQLContainer server = SharedPostgres.SERVER;
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, name));
            statement.execute("CREATE DATABASE \"%1$s\" OWNER \"%1$s\"".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL does not make database " + name, e);
        }
        String url = "postgresql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/" + name;
        return new PostgresDatabase(url, name, name);
    }

    @Override
    public SchemaRegistry startRegistry() {
        GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/registry/v3/system/info"));
        registry.start();
        return new SchemaRegistry(URI.create(
                "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/registry/v3"));
    }

    private static final class SharedPostgres {
        static final PostgreSQLContainer SERVER = started();

        private static PostgreSQLContainer started() {
            PostgreSQLContainer server = new PostgreSQLContainer(POSTGRES);
            server.start();
            return server;
        }
    }
}
