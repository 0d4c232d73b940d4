package studio.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty PostgreSQL database and the role that owns it.
 *
 * @param url      where clients find it, such as {@code postgresql://127.0.0.1:15432/orders_1}
 * @param username the role
 * @param password the role's password
 */
public record PostgresDatabase(String url, String username, String password) {

    /** The same for JDBC. */
    public String jdbcUrl() {
        return "jdbc:" + url;
    }

    /** Connects as the owner. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username, password);
    }
}
