package studio.domain.kernel;

import java.util.List;
import java.util.Optional;

/** Read access to the entities of one stream: a decision touches only what it asks for. */
public interface Entities {

    /** The stream. */
    StreamKey stream();

    /** The entity under that key, if there is one. */
    Optional<Entity> find(EntityKey key);

    /** The entities of a kind, in the order of their names. Costs as much as there are of them. */
    <S extends Entity> List<S> list(Kind<S> kind);

    /** The entities of a kind whose names begin like that, in the order of their names. Costs as much as there are of them. */
    <S extends Entity> List<S> list(Kind<S> kind, String prefix);

    /**
     * The first so many of the entities of a kind whose names begin like that and come after that one, in the order of their names.
     * Costs as much as it gives back where there may be many.
     */
    default <S extends Entity> List<S> list(Kind<S> kind, String prefix, String after, int limit) {
        return list(kind, prefix).stream()
                .filter(entity -> entity.key().name().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** The entity of that kind and name, if there is one. */
    default <S extends Entity> Optional<S> find(Kind<S> kind, Name name) {
        return find(kind.key(name)).map(kind.type()::cast);
    }

    /**
     * The entity of that kind and name, which an event has already proved to exist.
     *
     * @throws IllegalStateException if it does not: the log and the state disagree, which is a bug
     */
    default <S extends Entity> S get(Kind<S> kind, Name name) {
        return find(kind, name).orElseThrow(() -> new IllegalStateException("there is no " + kind.key(name)));
    }

    /**
     * The entity under that key, which an event has already proved to exist.
     *
     * @throws IllegalStateException if it does not: the log and the state disagree, which is a bug
     */
    default Entity get(EntityKey key) {
        return find(key).orElseThrow(() -> new IllegalStateException("there is no " + key));
    }

    /**
     * Makes sure that an event may make the entity under that key.
     *
     * @throws IllegalStateException if it is there already: the log and the state disagree, which is a bug
     */
    default void checkAbsent(EntityKey key) {
        if (find(key).isPresent()) {
            throw new IllegalStateException(key + " is there already");
        }
    }
}
