package studio.schema;

import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;

/**
 * An actor as the log names it: without the roles and groups it had.
 *
 * @param kind what it is
 * @param name its name within its kind
 */
public record ActorRef(Actor.Type kind, String name) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if a user's name is no DNS label
     */
    public ActorRef {
        if (kind == Actor.Type.USER && !Name.isValid(name)) {
            throw new IllegalArgumentException("username '" + name + "' " + Name.RULE);
        }
    }

    /** The reference to that actor. */
    public static ActorRef to(Actor actor) {
        return new ActorRef(actor.kind(), actor.name());
    }
}
