package studio.projection.history;

import java.util.List;
import java.util.Optional;
import studio.projection.audit.AuditEntry;

/**
 * Why an entity is as it is: from its last change back to what began it all.
 *
 * @param steps the changes, each caused by the next
 * @param end   why there are no more
 */
public record Reason(List<Step> steps, End end) {

    /**
     * A change.
     *
     * @param entry what happened; absent if it happened in another stream, of which the actor may know nothing
     */
    public record Step(Optional<AuditEntry> entry) {}

    /** Why a chain of causes ends. */
    public enum End {
        /** The last step is what a person wanted. */
        PERSON,
        /** The last step is what a component or a site did of itself. */
        ORIGIN,
        /** The last step is not yours to see. */
        HIDDEN,
        /** The last step has a cause that is not in the log. */
        UNKNOWN,
        /** The chain is longer than is told. */
        LIMIT
    }
}
