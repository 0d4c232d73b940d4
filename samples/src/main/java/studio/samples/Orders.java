package studio.samples;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The service at headquarters: takes the orders of all stores, keeps them in its database, and says how many there are. */
final class Orders {

    private static final Logger LOGGER = System.getLogger("orders");
    static final int PORT = 8_080;
    private static final int MAX_STORE = 100;

    private final String url;

    /** A service whose database is at {@code host:port}. */
    Orders(String database) {
        // A database that is not there yet is no fault: each request finds out anew.
        this.url = "jdbc:h2:tcp://" + database + "/./orders;NETWORK_TIMEOUT=5000";
    }

    String answer(String method, String body) {
        try (Connection connection = DriverManager.getConnection(url, "orders", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS orders (store VARCHAR(" + MAX_STORE + "), at TIMESTAMP)");
            if (method.equals("POST")) {
                add(connection, body);
            }
            return counts(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }

    private static void add(Connection connection, String store) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO orders VALUES (?, CURRENT_TIMESTAMP)")) {
            insert.setString(
                    1,
                    store.strip().substring(0, Math.min(MAX_STORE, store.strip().length())));
            insert.executeUpdate();
        }
    }

    private static String counts(Statement statement) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet rows =
                statement.executeQuery("SELECT store, COUNT(*) FROM orders GROUP BY store ORDER BY store")) {
            while (rows.next()) {
                lines.append(rows.getString(1))
                        .append(' ')
                        .append(rows.getLong(2))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        Environment environment = Environment.ofProcess();
        Orders orders = new Orders(environment.service("ORDERS_DB", OrdersDatabase.PORT));
        Page page = Page.at("/orders", environment.host(), environment.port(PORT), orders::answer);
        LOGGER.log(Level.INFO, "orders listens on " + environment.host() + ":" + page.port());
    }
}
