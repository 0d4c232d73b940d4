package studio.command.submit;

import java.util.concurrent.CompletionStage;
import studio.schema.CommandOutcome;

/**
 * A command under way. Both stages fail with a {@link studio.identity.problem.ProblemException} if the broker does not store it, and
 * {@code decided} with a {@link java.util.concurrent.TimeoutException} if the wait is over first.
 *
 * @param commandId the command
 * @param stored    done when the broker has stored it, from when on it will be decided for certain
 * @param decided   done when it is decided
 */
public record Ticket(String commandId, CompletionStage<Void> stored, CompletionStage<CommandOutcome> decided) {}
