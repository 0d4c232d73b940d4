package studio.schema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.StreamKey;

/**
 * What became of a command; the schema {@code studio.outcomes.CommandOutcome} says what each field means.
 *
 * @param commandId       the command
 * @param stream          the stream that it was for
 * @param type            the command's full name
 * @param actor           who gave it
 * @param decidedAt       the moment of the decision
 * @param dryRun          whether nothing was appended, on request
 * @param duplicate       whether this repeats an earlier outcome of the same command
 * @param revision        the stream's revision after it
 * @param subject         the entity that it was about, as kind/name
 * @param subjectUid      that entity's uid, if it is there
 * @param subjectRevision that entity's revision (its ETag); 0 if it is gone
 * @param events          what happened or would happen
 * @param plans           how plans would change; only in a dry run
 * @param morePlans       audiences whose plans nobody looked at
 * @param rejection       why it was refused; absent if it was accepted
 */
public record CommandOutcome(
        String commandId,
        StreamKey stream,
        String type,
        ActorRef actor,
        Instant decidedAt,
        boolean dryRun,
        boolean duplicate,
        long revision,
        String subject,
        Optional<String> subjectUid,
        long subjectRevision,
        List<EventSummary> events,
        List<PlanSummary> plans,
        int morePlans,
        Optional<Refusal> rejection) {

    /** An outcome that says nothing of plans. */
    public CommandOutcome(
            String commandId,
            StreamKey stream,
            String type,
            ActorRef actor,
            Instant decidedAt,
            boolean dryRun,
            boolean duplicate,
            long revision,
            String subject,
            Optional<String> subjectUid,
            long subjectRevision,
            List<EventSummary> events,
            Optional<Refusal> rejection) {
        this(
                commandId,
                stream,
                type,
                actor,
                decidedAt,
                dryRun,
                duplicate,
                revision,
                subject,
                subjectUid,
                subjectRevision,
                events,
                List.of(),
                0,
                rejection);
    }

    /** Says whether the command was accepted. */
    public boolean accepted() {
        return rejection.isEmpty();
    }

    /** The same outcome, told again because the command came again. */
    public CommandOutcome again() {
        return new CommandOutcome(
                commandId,
                stream,
                type,
                actor,
                decidedAt,
                dryRun,
                true,
                revision,
                subject,
                subjectUid,
                subjectRevision,
                events,
                plans,
                morePlans,
                rejection);
    }

    /**
     * An event that the command caused or would cause.
     *
     * @param type the event's full name
     * @param data its content as JSON; only in a dry run
     */
    public record EventSummary(String type, Optional<String> data) {}

    /**
     * How the plan of an audience would change.
     *
     * @param audience the audience's key
     * @param name     what people call it
     * @param sites    sites that are in it now
     * @param added    keys of items that they would have besides
     * @param changed  keys of items that they would have otherwise
     * @param removed  keys of items that they would have no more
     */
    public record PlanSummary(
            String audience, String name, long sites, List<String> added, List<String> changed, List<String> removed) {}

    /**
     * Why a command was refused.
     *
     * @param reason  the rule
     * @param detail  one sentence for the person who asked
     * @param field   the request's field that broke the rule, where it was one
     * @param current after a revision conflict, the newer state as JSON
     */
    public record Refusal(Reason reason, String detail, Optional<String> field, Optional<String> current) {}
}
