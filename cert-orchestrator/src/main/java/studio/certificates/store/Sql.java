package studio.certificates.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.domain.kernel.Uid;

/** Statements of one transaction. Not safe for threads. */
public final class Sql {

    private final Connection connection;

    /** Statements on that connection. */
    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row of a result. */
    public interface Reader<T> {
        /** Reads the row that the result is at. */
        T read(Row row) throws SQLException;
    }

    /** What a query finds. */
    public <T> List<T> query(String sql, Reader<T> reader, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (result.next()) {
                found.add(reader.read(new Row(result)));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException("a query failed", e);
        }
    }

    /** What a query finds, if it finds something. */
    public <T> Optional<T> find(String sql, Reader<T> reader, Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
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

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case Optional<?> perhaps when perhaps.isPresent() -> set(statement, index, perhaps.get());
            case Optional<?> absent -> statement.setNull(index, Types.NULL);
            case Uid uid -> statement.setObject(index, uid.value());
            case Instant at -> statement.setObject(index, at.atOffset(ZoneOffset.UTC));
            case Object other -> statement.setObject(index, other);
        }
    }

    /** A row of a result. */
    public static final class Row {

        private final ResultSet result;

        Row(ResultSet result) {
            this.result = result;
        }

        /** That column's text. */
        public String text(String column) throws SQLException {
            return result.getString(column);
        }

        /** That column's text, if there is one. */
        public Optional<String> maybeText(String column) throws SQLException {
            return Optional.ofNullable(result.getString(column));
        }

        /** That column's uid. */
        public Uid uid(String column) throws SQLException {
            return new Uid(result.getObject(column, UUID.class));
        }

        /** That column's uid, if there is one. */
        public Optional<Uid> maybeUid(String column) throws SQLException {
            return Optional.ofNullable(result.getObject(column, UUID.class)).map(Uid::new);
        }

        /** That column's moment, if there is one. */
        public Optional<Instant> maybeTime(String column) throws SQLException {
            return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }

        /** That column's number. */
        public long number(String column) throws SQLException {
            return result.getLong(column);
        }

        /** Whether that column is true. */
        public boolean flag(String column) throws SQLException {
            return result.getBoolean(column);
        }

        /** That column's bytes. */
        public byte[] bytes(String column) throws SQLException {
            return result.getBytes(column);
        }
    }
}
