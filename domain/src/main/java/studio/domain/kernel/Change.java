package studio.domain.kernel;

import java.util.List;
import java.util.function.Predicate;

/** What an event does to one entity's state. */
public sealed interface Change {

    /** The entity it concerns. */
    EntityKey key();

    /** Makes or replaces an entity. */
    record Put(Entity entity) implements Change {
        @Override
        public EntityKey key() {
            return entity.key();
        }
    }

    /** Takes an entity away. */
    record Remove(EntityKey key) implements Change {}

    /** {@link Put} of that entity. */
    static Change put(Entity entity) {
        return new Put(entity);
    }

    /** {@link Remove} of the entity under that key. */
    static Change remove(EntityKey key) {
        return new Remove(key);
    }

    /** {@link Remove} of all entities of a kind that meet the condition. */
    static <S extends Entity> List<Change> removals(Kind<S> kind, Predicate<S> condition, Entities entities) {
        return entities.list(kind).stream()
                .filter(condition)
                .map(entity -> remove(entity.key()))
                .toList();
    }
}
