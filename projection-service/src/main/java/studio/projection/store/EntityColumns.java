package studio.projection.store;

import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/** What the tables would have of an entity, for those who filter entities that are in no table. */
public final class EntityColumns {

    private EntityColumns() {}

    /** The kind of the entities that are in that table. */
    public static Kind<?> kind(String table) {
        return table(table).kind();
    }

    /**
     * What that table would have in that column, as text.
     *
     * @throws IllegalArgumentException if there is no such table or column
     */
    public static Optional<String> value(String table, String column, StreamKey stream, Entity entity) {
        return value(table(table), column, stream, entity);
    }

    private static <S extends Entity> Optional<String> value(
            EntityTable<S> table, String column, StreamKey stream, Entity entity) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no column " + column))
                .text()
                .apply(stream, table.kind().type().cast(entity));
    }

    private static EntityTable<?> table(String name) {
        return EntityTables.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table of entities '" + name + "'"));
    }
}
