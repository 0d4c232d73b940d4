package studio.projection.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import studio.projection.config.DatabaseConfig;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.TestServers;

/** One schema of tables in a database, made by the migrations. */
public record Schema(PostgresDatabase database, String name) {

    /** An empty schema in a database of its own. */
    public static Schema create() {
        PostgresDatabase database = TestServers.newDatabase("tables");
        String name = "projection";
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .schemas(name)
                .defaultSchema(name)
                .load()
                .migrate();
        return new Schema(database, name);
    }

    /** How to reach the database. */
    public DatabaseConfig config() {
        return new DatabaseConfig() {
            @Override
            public String url() {
                return database.url();
            }

            @Override
            public String username() {
                return database.username();
            }

            @Override
            public String password() {
                return database.password();
            }
        };
    }

    /** All rows of all tables but the migrations' own, as text. */
    public Map<String, List<String>> content() throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        for (String table :
                texts("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + name + "'")) {
            if (!table.startsWith("flyway")) {
                content.put(table, texts("SELECT row::text FROM %s.%s AS row ORDER BY 1".formatted(name, table)));
            }
        }
        return content;
    }

    /** The first column of what a query finds, as text. */
    public List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + name);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
