package studio.projection.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs statements on one connection. An array parameter is an array of PostgreSQL's. Not safe for threads. */
public final class Sql {

    private final Connection connection;

    /** Statements on that connection, which the caller closes. */
    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row of a result. */
    public interface Row<T> {
        /** Reads the row that the result is at. */
        T read(ResultSet row) throws SQLException;
    }

    /** What a query finds. */
    public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (result.next()) {
                found.add(row.read(result));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException("a query failed", e);
        }
    }

    /** Runs a statement; how many rows it changed. */
    public int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("a statement failed", e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                set(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void set(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case String[] texts -> statement.setArray(index, array("text", texts));
            case Long[] numbers -> statement.setArray(index, array("bigint", numbers));
            case Integer[] numbers -> statement.setArray(index, array("integer", numbers));
            case byte[][] bytes -> statement.setArray(index, array("bytea", bytes));
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Object other -> throw new IllegalArgumentException("no statement has a parameter like " + other);
        }
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
