package studio.domain.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A stream's entities in memory: what a replay folds into, and what tests and time travel read. Not safe for threads. */
public final class EntityMap implements Entities {

    private final StreamKey stream;
    private final NavigableMap<EntityKey, Entity> entities = new TreeMap<>();

    /** An empty stream of that key. */
    public EntityMap(StreamKey stream) {
        this.stream = stream;
    }

    /** Folds changes in, in their order. */
    public void apply(Iterable<Change> changes) {
        changes.forEach(this::apply);
    }

    /** Folds one change in. */
    public void apply(Change change) {
        switch (change) {
            case Change.Put put -> entities.put(put.key(), put.entity());
            case Change.Remove remove -> entities.remove(remove.key());
        }
    }

    /** All entities by key, read-only, following later changes. */
    public NavigableMap<EntityKey, Entity> asMap() {
        return Collections.unmodifiableNavigableMap(entities);
    }

    /** Hands each entity to {@code action}, in the order of the keys. */
    public void forEach(Consumer<? super Entity> action) {
        entities.values().forEach(action);
    }

    @Override
    public StreamKey stream() {
        return stream;
    }

    @Override
    public Optional<Entity> find(EntityKey key) {
        return Optional.ofNullable(entities.get(key));
    }

    @Override
    public <S extends Entity> List<S> list(Kind<S> kind) {
        return list(kind, "");
    }

    @Override
    public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
        return first(entities.tailMap(new EntityKey(kind.label(), prefix)), kind, prefix, Integer.MAX_VALUE);
    }

    @Override
    public <S extends Entity> List<S> list(Kind<S> kind, String prefix, String after, int limit) {
        return after.compareTo(prefix) < 0
                ? first(entities.tailMap(new EntityKey(kind.label(), prefix)), kind, prefix, limit)
                : first(entities.tailMap(new EntityKey(kind.label(), after), false), kind, prefix, limit);
    }

    private static <S extends Entity> List<S> first(
            Map<EntityKey, Entity> from, Kind<S> kind, String prefix, int limit) {
        List<S> found = new ArrayList<>();
        // A stream would count all entities from there on first.
        for (Entity entity : from.values()) {
            if (found.size() == limit || !isOf(entity.key(), kind, prefix)) {
                break;
            }
            found.add(kind.type().cast(entity));
        }
        return Collections.unmodifiableList(found);
    }

    private static boolean isOf(EntityKey key, Kind<?> kind, String prefix) {
        return key.kind().equals(kind.label()) && key.name().startsWith(prefix);
    }
}
