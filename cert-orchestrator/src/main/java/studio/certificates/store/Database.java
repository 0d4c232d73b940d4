package studio.certificates.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** Transactions on the orchestrator's schema. Safe for threads. */
public final class Database {

    /** The schema that {@code db/certificates} fills. */
    public static final String SCHEMA = "certificates";

    private final DataSource source;

    /** The database that connections of {@code source} lead to. */
    public Database(DataSource source) {
        this.source = source;
    }

    /** Does all of that or nothing. */
    public <T> T inTransaction(Function<Sql, T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Sql(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException("a transaction failed", e);
        }
    }

    /** Runs one statement, which needs no transaction and so no second way to the database and back. */
    public <T> T once(Function<Sql, T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new DatabaseException("a statement failed", e);
        }
    }

    /** Does all of that or nothing. */
    public void run(Consumer<Sql> work) {
        inTransaction(sql -> {
            work.accept(sql);
            return true;
        });
    }

    /** A connection of its own, for what lasts as long as a connection. The caller closes it. */
    public Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new DatabaseException("the database cannot be reached", e);
        }
    }
}
