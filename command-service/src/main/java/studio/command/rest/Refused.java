package studio.command.rest;

import java.util.List;
import studio.api.problem.Problem;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;
import studio.command.rest.body.JsonText;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.Refusal;

/** A refused command as a problem. */
final class Refused {

    private static final String ADDRESS = "address.";

    private Refused() {}

    static Problem problem(CommandOutcome outcome, Refusal refusal) {
        Problem problem =
                Problem.of(ProblemType.of(refusal.reason()), refusal.detail()).withCommand(outcome.commandId());
        if (refusal.field().isPresent()) {
            String pointer = pointer(refusal.field().get());
            problem = problem.withErrors(List.of(new FieldError(pointer, refusal.detail())));
        }
        return refusal.current().map(JsonText::parse).map(problem::withCurrent).orElse(problem);
    }

    /** An address is one value in the domain; in a request its parts stand beside the others. */
    private static String pointer(String field) {
        String flat = field.startsWith(ADDRESS) ? field.substring(ADDRESS.length()) : field;
        return "/" + flat.replace('.', '/');
    }
}
