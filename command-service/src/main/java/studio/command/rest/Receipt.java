package studio.command.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.backbone.artifact.JoinInstructions;
import studio.command.rest.body.JsonText;
import studio.identity.Secret;
import studio.schema.CommandOutcome;

/** What an accepted command did. */
@Schema(description = "What an accepted command did.")
public record Receipt(
        @Schema(description = "The command's id.") String commandId,

        @Schema(description = "The stream that it changed.", examples = "backbone/acme")
        String stream,

        @Schema(description = "The stream's revision after it.", examples = "17")
        long revision,

        @Schema(description = "What it was about.", examples = "interior-site/paris")
        String subject,

        @Schema(description = "The object's uid, if it is there.")
        Optional<String> uid,

        @Schema(description = "What happened, in order; nothing if what was asked for was so already.")
        List<EventReceipt> events,

        @Schema(description = "How the plans of sites would change, by audience; in a dry run alone.")
        Optional<List<PlanReceipt>> plans,

        @Schema(
                description = "How many more audiences it concerns, whose plans are not told; in a dry run alone.",
                examples = "0")
        Optional<Integer> morePlans,

        @Schema(description = "Whether this repeats the answer to an earlier request with the same Idempotency-Key.")
        boolean duplicate,

        @Schema(description = "Whether nothing was changed, on request.")
        boolean dryRun,

        @Schema(description = "The token that was made; it is shown here and never again.")
        Optional<String> token,

        @Schema(description = "What a site needs to join with the token, where it opens a place for one.")
        Optional<JoinInstructions> join) {

    /** One event. */
    @Schema(description = "One event.")
    public record EventReceipt(
            @Schema(description = "Its type.", examples = "studio.events.InteriorSiteAdded")
            String type,

            @Schema(type = SchemaType.OBJECT, description = "Its content; in a dry run alone.")
            Optional<JsonNode> data) {}

    /** How one plan would change. */
    @Schema(
            description =
                    "How the plan of the sites of a class, of an invitation, of a network, or of one site would change.")
    public record PlanReceipt(
            @Schema(
                    description =
                            "Whose plan: `network`, or `class/`, `invitation/`, `site/` or `interior/` with the uid of that.",
                    examples = "class/01981f6e-58a1-7c3b-9d4e-2f6a7b8c9d0e")
            String audience,

            @Schema(description = "The name of that.", examples = "gold")
            String name,

            @Schema(description = "Sites that are in it now.", examples = "41")
            long sites,

            @Schema(description = "What they would have besides.", examples = "[\"process/web\"]")
            List<String> added,

            @Schema(description = "What they would have otherwise.")
            List<String> changed,

            @Schema(description = "What they would have no more.")
            List<String> removed) {

        private static PlanReceipt of(CommandOutcome.PlanSummary summary) {
            return new PlanReceipt(
                    summary.audience(),
                    summary.name(),
                    summary.sites(),
                    summary.added(),
                    summary.changed(),
                    summary.removed());
        }
    }

    /** The receipt for that outcome. */
    public static Receipt of(CommandOutcome outcome) {
        return new Receipt(
                outcome.commandId(),
                outcome.stream().toString(),
                outcome.revision(),
                outcome.subject(),
                outcome.subjectUid(),
                outcome.events().stream()
                        .map(event ->
                                new EventReceipt(event.type(), event.data().map(JsonText::parse)))
                        .toList(),
                Optional.of(outcome.plans().stream().map(PlanReceipt::of).toList())
                        .filter(plans -> outcome.dryRun()),
                Optional.of(outcome.morePlans()).filter(more -> outcome.dryRun()),
                outcome.duplicate(),
                outcome.dryRun(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with the token that was made. */
    public Receipt withToken(Secret secret) {
        return with(Optional.of(secret.text()), join);
    }

    /** The same with what a site needs to join. */
    public Receipt with(JoinInstructions instructions) {
        return with(token, Optional.of(instructions));
    }

    private Receipt with(Optional<String> secret, Optional<JoinInstructions> instructions) {
        return new Receipt(
                commandId,
                stream,
                revision,
                subject,
                uid,
                events,
                plans,
                morePlans,
                duplicate,
                dryRun,
                secret,
                instructions);
    }
}
