package studio.domain.kernel;

/**
 * A kind of entity within a stream, such as {@code interior-site}.
 *
 * @param label the kind's word in keys, paths and the glossary
 * @param type  the sealed type of its states
 * @param <S>   that type
 */
public record Kind<S extends Entity>(String label, Class<S> type) {

    /** The key of the entity of this kind with that name. */
    public EntityKey key(Name name) {
        return new EntityKey(label, name.value());
    }

    /** The key of the entity of this kind whose name is its uid. */
    public EntityKey key(Uid uid) {
        return new EntityKey(label, uid.toString());
    }
}
