package studio.projection.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.api.json.EntityJson;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/** Reads from the tables what a fold begins with. */
final class EntityReader {

    private static final String HEADS = "SELECT stream, revision, hash FROM streams WHERE stream = ANY (?)";

    private final Sql sql;

    EntityReader(Sql sql) {
        this.sql = sql;
    }

    /**
     * An entity of a stream.
     *
     * @param stream the stream
     * @param key    the entity
     */
    record Located(StreamKey stream, EntityKey key) {}

    /** Where those streams stand; the ones without events are absent. */
    Map<StreamKey, Head> heads(Collection<StreamKey> streams) {
        Map<StreamKey, Head> heads = new HashMap<>();
        sql.query(
                HEADS,
                row -> heads.put(
                        StreamKey.parse(row.getString(1)), new Head(row.getLong(2), new Digest(row.getString(3)))),
                (Object) texts(streams, StreamKey::toString));
        return heads;
    }

    /** Those entities, in one query; the ones that are not there are absent. */
    Map<Located, Entity> find(Set<Located> wanted) {
        Map<String, List<Located>> byKind = wanted.stream()
                .collect(Collectors.groupingBy(located -> located.key().kind(), TreeMap::new, Collectors.toList()));
        String query = byKind.keySet().stream()
                .map(kind -> EntityTables.of(kind).select())
                .collect(Collectors.joining(" UNION ALL "));
        Object[] parameters = byKind.entrySet().stream()
                .flatMap(entry -> parameters(EntityTables.of(entry.getKey()), entry.getValue()))
                .toArray();
        Map<Located, Entity> found = new HashMap<>();
        sql.query(
                query,
                row -> {
                    EntityKey key = new EntityKey(row.getString(1), row.getString(3));
                    return found.put(
                            new Located(StreamKey.parse(row.getString(2)), key),
                            EntityJson.fromJson(key, row.getString(4)));
                },
                parameters);
        return found;
    }

    private static Stream<Object> parameters(EntityTable<?> table, List<Located> wanted) {
        return Stream.of(
                texts(wanted, located -> located.stream().toString()),
                texts(wanted, located -> table.key().streamText().apply(located.stream())),
                texts(wanted, located -> located.key().name()));
    }

    /** All entities of a kind in a stream, by key. */
    <S extends Entity> Map<EntityKey, S> list(StreamKey stream, Kind<S> kind) {
        EntityTable<?> table = EntityTables.of(kind.label());
        return list(table, kind, table.selectStream(), table.key().streamText().apply(stream));
    }

    /** The entities of a kind in a stream whose names begin like that, by key. */
    <S extends Entity> Map<EntityKey, S> list(StreamKey stream, Kind<S> kind, String prefix) {
        if (prefix.isEmpty()) {
            return list(stream, kind);
        }
        EntityTable<?> table = EntityTables.of(kind.label());
        return list(
                table,
                kind,
                table.selectPrefix(),
                table.key().streamText().apply(stream),
                prefix,
                EntityTable.after(prefix));
    }

    private <S extends Entity> Map<EntityKey, S> list(
            EntityTable<?> table, Kind<S> kind, String select, Object... parameters) {
        Map<EntityKey, S> found = new TreeMap<>();
        sql.query(
                select,
                row -> {
                    EntityKey key = table.entityKey(row.getString(1));
                    return found.put(key, kind.type().cast(EntityJson.fromJson(key, row.getString(2))));
                },
                parameters);
        return found;
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
