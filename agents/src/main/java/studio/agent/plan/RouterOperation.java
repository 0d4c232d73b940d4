package studio.agent.plan;

import java.util.Set;
import studio.agent.router.EntityType;
import studio.agent.router.RouterEntity;

/** One operation on a router, and why. */
public sealed interface RouterOperation {

    /** The type of the entity. */
    EntityType type();

    /** The name of the entity. */
    String name();

    /** Why. */
    Reason reason();

    /** The names of the entities whose operations must have succeeded before. */
    Set<String> after();

    /**
     * Makes an entity.
     *
     * @param entity what it is
     * @param reason why
     * @param after  the names of the entities whose operations must have succeeded before
     */
    record Create(RouterEntity entity, Reason reason, Set<String> after) implements RouterOperation {

        /** Keeps its own copy. */
        public Create {
            after = Set.copyOf(after);
        }

        @Override
        public EntityType type() {
            return entity.type();
        }

        @Override
        public String name() {
            return entity.name();
        }
    }

    /**
     * Gives an entity all of its attributes that can be given again: after a refusal the router shows the refused ones, and judges
     * the next ones together with them.
     *
     * @param entity what it is to be
     * @param reason why
     * @param after  the names of the entities whose operations must have succeeded before
     */
    record Update(RouterEntity entity, Reason reason, Set<String> after) implements RouterOperation {

        /** Keeps its own copy. */
        public Update {
            after = Set.copyOf(after);
        }

        @Override
        public EntityType type() {
            return entity.type();
        }

        @Override
        public String name() {
            return entity.name();
        }
    }

    /**
     * Removes an entity.
     *
     * @param type   its type
     * @param name   its name
     * @param reason why
     * @param after  the names of the entities whose operations must have succeeded before
     */
    record Delete(EntityType type, String name, Reason reason, Set<String> after) implements RouterOperation {

        /** Keeps its own copy. */
        public Delete {
            after = Set.copyOf(after);
        }
    }
}
