package studio.command.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.problem.Problem;
import studio.schema.CommandOutcome;

@Schema(name = "Command", description = "What became of a command.")
record CommandView(
        @Schema(description = "The command's id.") String commandId,

        @Schema(description = "`under-way`, `accepted` or `refused`.", examples = "accepted")
        String state,

        @Schema(description = "What it did, if it was accepted.")
        Optional<Receipt> receipt,

        @Schema(description = "Why it was refused, if it was.")
        Optional<Problem> problem) {

    static CommandView underWay(String commandId) {
        return new CommandView(commandId, "under-way", Optional.empty(), Optional.empty());
    }

    static CommandView of(CommandOutcome outcome) {
        Optional<Problem> problem = outcome.rejection().map(refusal -> Refused.problem(outcome, refusal));
        return problem.isPresent()
                ? new CommandView(outcome.commandId(), "refused", Optional.empty(), problem)
                : new CommandView(outcome.commandId(), "accepted", Optional.of(Receipt.of(outcome)), problem);
    }
}
