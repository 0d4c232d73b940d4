package studio.agent.plan;

/**
 * Why an operation is needed.
 *
 * @param kind   the sort of reason
 * @param detail what exactly, such as the attributes that differ; may be empty
 */
public record Reason(Kind kind, String detail) {

    /** The sorts of reasons. */
    public enum Kind {
        /** The router does not have it. */
        MISSING,
        /** The router has it otherwise. */
        CHANGED,
        /** Nobody wants it any more. */
        UNWANTED,
        /** What the router shows of it can't be believed: it shows what it refused, or nobody knows what was done. */
        MISTRUSTED,
        /** The router has it, but nobody listens: it tries to only once. */
        NOT_LISTENING,
        /** It goes on with certificates that the router has forgotten. */
        PROFILE_REPLACED
    }

    static Reason of(Kind kind) {
        return new Reason(kind, "");
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + " " + detail;
    }
}
