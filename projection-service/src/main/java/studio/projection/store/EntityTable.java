package studio.projection.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.api.json.EntityJson;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/**
 * How the entities of one kind lie in their table, and the statements for it. All values travel as arrays of text, one array for
 * each column, so that a statement writes any number of rows.
 *
 * @param name    the table
 * @param kind    the entities
 * @param key     how a row is found
 * @param columns all columns but {@code written_at}, which no entity knows
 * @param <S>     the type of the entities
 */
record EntityTable<S extends Entity>(String name, Kind<S> kind, Key key, List<Column<S>> columns) {

    /** The revision of the stream that last wrote the row. */
    static final String WRITTEN_AT = "written_at";

    /**
     * How a row is found by its stream and its entity's name.
     *
     * @param stream     the column that holds the stream
     * @param streamText what it holds for a stream
     * @param name       the column that holds the entity's name
     * @param nameType   that column's type
     * @param primary    the primary key's columns
     */
    record Key(
            String stream, Function<StreamKey, String> streamText, String name, String nameType, List<String> primary) {

        /** The stream's name is the entity's own: there is one in each stream. */
        static Key root() {
            return new Key("name", stream -> stream.name().value(), "name", "text", List.of("name"));
        }

        /** Names are unique within the stream. */
        static Key named(String stream) {
            return new Key(stream, key -> key.name().value(), "name", "text", List.of(stream, "name"));
        }

        /** The entity's uid is its name. */
        static Key uid(String stream, Function<StreamKey, String> streamText) {
            return new Key(stream, streamText, "uid", "uuid", List.of("uid"));
        }
    }

    /** A table with those columns of its own beside those that every table has. */
    static <S extends Entity> EntityTable<S> of(String name, Kind<S> kind, Key key, List<Column<S>> own) {
        List<Column<S>> columns = new ArrayList<>();
        Set<String> others = new LinkedHashSet<>(List.of(key.stream(), key.name()));
        others.remove("uid");
        others.forEach(column -> columns.add(new Column<>(
                column,
                "text",
                (stream, entity) -> Optional.of(
                        column.equals(key.stream())
                                ? key.streamText().apply(stream)
                                : entity.meta().name()))));
        columns.add(Column.uid("uid", entity -> entity.meta().uid()));
        columns.addAll(own);
        columns.add(new Column<>(
                "revision",
                "bigint",
                (stream, entity) -> Optional.of(String.valueOf(entity.meta().revision()))));
        columns.add(Column.time("created_at", entity -> entity.meta().createdAt()));
        columns.add(Column.time("changed_at", entity -> entity.meta().changedAt()));
        columns.add(new Column<>("state_json", "jsonb", (stream, entity) -> Optional.of(EntityJson.toJson(entity))));
        return new EntityTable<>(name, kind, key, List.copyOf(columns));
    }

    /** Writes rows; its parameters are an array for each column, and one of {@code written_at}. */
    String upsert() {
        List<String> names = names().toList();
        String casts = Stream.concat(
                        columns.stream().map(column -> column.name() + "::" + column.type()),
                        Stream.of(WRITTEN_AT + "::bigint"))
                .collect(Collectors.joining(", "));
        String changes = names.stream()
                .filter(column -> !key.primary().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return """
                INSERT INTO %1$s (%2$s)
                SELECT %3$s FROM unnest(%4$s) AS given (%2$s)
                ON CONFLICT (%5$s) DO UPDATE SET %6$s WHERE %1$s.%7$s <= excluded.%7$s
                """.formatted(
                        name,
                        String.join(", ", names),
                        casts,
                        names.stream().map(column -> "?::text[]").collect(Collectors.joining(", ")),
                        String.join(", ", key.primary()),
                        changes,
                        WRITTEN_AT);
    }

    /** Deletes rows; its parameters are an array of streams and one of names. */
    String delete() {
        return "DELETE FROM %1$s WHERE (%2$s) IN (SELECT * FROM unnest(?::text[], ?::%3$s[]))"
                .formatted(name, key.stream() + ", " + key.name(), key.nameType());
    }

    /** Reads the states of rows; its parameters are an array of streams and one of names, which come back with each state. */
    String select() {
        return """
                SELECT '%4$s', given.stream, given.name, %1$s.state_json
                FROM unnest(?::text[], ?::text[], ?::text[]) AS given (stream, owner, name)
                JOIN %1$s ON %1$s.%2$s = given.owner AND %1$s.%3$s = given.name::%5$s
                """.formatted(name, key.stream(), key.name(), kind.label(), key.nameType());
    }

    /** Reads the states of all rows of a stream, which is its parameter. */
    String selectStream() {
        return "SELECT %1$s::text, state_json FROM %2$s WHERE %3$s = ?".formatted(key.name(), name, key.stream());
    }

    /**
     * Reads the states of the rows of a stream whose names begin alike; its parameters are the stream, the beginning, and what
     * {@link #after} says comes after all of them.
     */
    String selectPrefix() {
        return selectStream()
                + " AND %1$s::text COLLATE \"C\" >= ? AND %1$s::text COLLATE \"C\" < ?".formatted(key.name());
    }

    /** What comes after all names that begin like that. */
    static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /** The entity of that name, if it is of this kind. */
    EntityKey entityKey(String entityName) {
        return new EntityKey(kind.label(), entityName);
    }

    /** The entity's values, in the order of the columns. */
    List<Optional<String>> values(StreamKey stream, Entity entity) {
        S own = kind.type().cast(entity);
        return columns.stream().map(column -> column.text().apply(stream, own)).toList();
    }

    private Stream<String> names() {
        return Stream.concat(columns.stream().map(Column::name), Stream.of(WRITTEN_AT));
    }
}
