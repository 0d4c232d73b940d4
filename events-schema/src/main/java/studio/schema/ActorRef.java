package studio.schema;

import studio.domain.kernel.Actor;

/**
 * An actor as the log names it: without the roles and groups it had.
 *
 * @param kind what it is
 * @param name its name within its kind
 */
public record ActorRef(Actor.Type kind, String name) {

    /** The reference to that actor. */
    public static ActorRef to(Actor actor) {
        return new ActorRef(actor.kind(), actor.name());
    }
}
