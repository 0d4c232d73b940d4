package studio.domain.kernel;

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
}
