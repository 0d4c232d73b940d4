package studio.agent.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import studio.agent.amqp.Answer;
import studio.agent.amqp.Request;
import studio.agent.amqp.RouterManagement;
import studio.agent.plan.Plan;
import studio.agent.plan.RouterOperation;
import studio.agent.reconcile.Result.Outcome;

/**
 * Does what was planned, in the planned order. What does not depend on each other is asked at once, a limited number at a time; what
 * depends on something that failed is left for the next round.
 */
final class PlanExecution {

    private static final int NOT_FOUND = 404;
    private static final int MOST_AT_ONCE = 200;

    private final RouterManagement management;
    private final List<Result> results = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private boolean lost;

    private PlanExecution(RouterManagement management) {
        this.management = management;
    }

    static List<Result> execute(Plan plan, RouterManagement management) {
        PlanExecution execution = new PlanExecution(management);
        List<RouterOperation> batch = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RouterOperation operation : plan.operations()) {
            if (batch.size() == MOST_AT_ONCE || operation.after().stream().anyMatch(names::contains)) {
                execution.execute(batch);
                batch.clear();
                names.clear();
            }
            batch.add(operation);
            names.add(operation.name());
        }
        execution.execute(batch);
        return List.copyOf(execution.results);
    }

    private void execute(List<RouterOperation> batch) {
        List<CompletableFuture<Result>> asked = batch.stream()
                .map(operation -> skipped(operation)
                        .map(why -> CompletableFuture.completedFuture(new Result(operation, new Outcome.Skipped(why))))
                        .orElseGet(() -> ask(operation)))
                .toList();
        asked.forEach(future -> note(future.join()));
    }

    private Optional<String> skipped(RouterOperation operation) {
        return lost
                ? Optional.of("the connection to the router was lost")
                : operation.after().stream()
                        .filter(failed::contains)
                        .findFirst()
                        .map(name -> name + " failed");
    }

    private void note(Result result) {
        results.add(result);
        if (!result.isDone()) {
            failed.add(result.operation().name());
        }
    }

    private CompletableFuture<Result> ask(RouterOperation operation) {
        String type = operation.type().longName();
        Request request = switch (operation) {
            case RouterOperation.Create create ->
                Request.create(type, create.name(), create.entity().values());
            case RouterOperation.Update update ->
                Request.update(type, update.name(), update.entity().updatableValues());
            case RouterOperation.Delete delete -> Request.delete(type, delete.name());
        };
        return management.send(request).thenApply(answer -> new Result(operation, outcome(operation, answer)));
    }

    private Outcome outcome(RouterOperation operation, Answer answer) {
        return switch (answer) {
            case Answer.Success success -> new Outcome.Done();
            case Answer.Refusal(int code, String description) ->
                code == NOT_FOUND && operation instanceof RouterOperation.Delete
                        ? new Outcome.Done()
                        : new Outcome.Refused(code, description);
            case Answer.NoAnswer none -> {
                lost |= none.cause() == Answer.Cause.DISCONNECTED;
                yield none.mayHaveHappened()
                        ? new Outcome.Unknown(none.cause() + ": " + none.detail())
                        : new Outcome.Skipped(none.cause() + ": " + none.detail());
            }
        };
    }
}
