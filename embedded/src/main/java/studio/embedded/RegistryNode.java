package studio.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An Apicurio Registry that keeps its schemas in PostgreSQL. */
public final class RegistryNode extends Node {

    static final String NAME = "registry";
    private static final String MANAGEMENT = "registry-management";
    private static final int PORT = 18_082;
    private static final int MANAGEMENT_PORT = 18_083;

    private final PostgresNode postgres;

    RegistryNode(Context context, PostgresNode postgres) {
        super(NAME, Map.of(NAME, PORT, MANAGEMENT, MANAGEMENT_PORT), context);
        this.postgres = postgres;
    }

    /** A registry for a test, with its process' files in {@code directory} and its data in {@code postgres}. */
    public static RegistryNode start(Path directory, PostgresNode postgres) {
        RegistryNode node = new RegistryNode(Context.forTest(directory), postgres);
        node.upForTest();
        return node;
    }

    /** Where clients find it. */
    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + port() + "/apis/registry/v3";
    }

    @Override
    List<Node> needs() {
        return List.of(postgres);
    }

    @Override
    Launch launch() {
        PostgresNode.Database database = postgres.database(NAME);
        Map<String, String> environment = Map.ofEntries(
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                Map.entry("APICURIO_DATASOURCE_URL", database.jdbcUrl()),
                Map.entry("APICURIO_DATASOURCE_USERNAME", database.name()),
                Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
                // It would open twenty connections at once, and up to a hundred.
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8"),
                Map.entry("QUARKUS_HTTP_HOST", Ports.LOOPBACK),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port())),
                Map.entry("QUARKUS_MANAGEMENT_HOST", Ports.LOOPBACK),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(port(MANAGEMENT))),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"));
        // It is never busy for long: code that is compiled once, simply, starts sooner and takes less memory.
        List<String> options = List.of("-Xmx160m", "-XX:TieredStopAtLevel=1");
        return context()
                .distribution()
                .registry()
                .launch(options, environment, context().archives(NAME));
    }

    @Override
    void prepare() {
        postgres.createDatabase(NAME);
    }

    @Override
    boolean answers() {
        return QuarkusApp.isReady("http://" + Ports.LOOPBACK + ":" + port(MANAGEMENT) + "/health/ready");
    }
}
