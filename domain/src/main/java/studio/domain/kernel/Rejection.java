package studio.domain.kernel;

import java.util.Optional;

/**
 * Why a command was refused: a value, not an exception.
 *
 * @param reason the rule, as a stable word
 * @param detail one sentence for the person who asked, naming the object and the rule
 * @param field  the request's field that broke the rule, where it was one
 */
public record Rejection(Reason reason, String detail, Optional<String> field) {

    /** The rules that a command can break. Each has a problem type of its own at the edge. */
    public enum Reason {
        /** The object isn't there, or the actor may not know that it is. */
        NOT_FOUND,
        /** The actor sees the object but may not do this to it. */
        FORBIDDEN,
        /** An object of that name is there already. */
        ALREADY_EXISTS,
        /** A value breaks a rule of the domain. */
        INVALID_VALUE,
        /** The object's state does not allow it. */
        WRONG_STATE,
        /** Something else still needs the object. */
        IN_USE,
        /** There are as many as there may be. */
        LIMIT_REACHED,
        /** The user who pays for it has as many as its quota lets it have. */
        QUOTA_EXCEEDED,
        /** What it needs isn't there yet; asking again later may succeed. */
        NOT_YET,
        /** The invitation's join deadline has passed. */
        INVITATION_EXPIRED,
        /** The invitation has let in as many as it may. */
        INVITATION_EXHAUSTED,
        /** The invitation was taken back. */
        INVITATION_REVOKED,
        /** The network is stopped for now. */
        NETWORK_SUSPENDED,
        /** The network's end time has passed. */
        NETWORK_EXPIRED,
        /** The network is being deleted. */
        NETWORK_DELETING,
        /** Somebody changed the object since the revision that the command was based on. */
        REVISION_CONFLICT,
        /** What was decided about is proposed no more; something newer is. */
        SUPERSEDED,
        /** Another command was given under the same id. */
        IDEMPOTENCY_KEY_REUSED,
        /** Studio could not decide, because of a fault of its own. */
        FAULT
    }

    /** A rejection that concerns no single field. */
    public static Rejection of(Reason reason, String detail) {
        return new Rejection(reason, detail, Optional.empty());
    }

    /** A rejection because of one field's value. */
    public static Rejection ofField(Reason reason, String field, String detail) {
        return new Rejection(reason, detail, Optional.of(field));
    }

    /** There is no such entity, or none that the actor may know of: the two read alike on purpose. */
    public static Rejection notFound(EntityKey key) {
        return of(Reason.NOT_FOUND, "there is no " + key.kind() + " '" + key.name() + "'");
    }

    /** There is such an entity already. */
    public static Rejection alreadyExists(EntityKey key) {
        return ofField(Reason.ALREADY_EXISTS, "name", key.kind() + " '" + key.name() + "' exists already");
    }
}
