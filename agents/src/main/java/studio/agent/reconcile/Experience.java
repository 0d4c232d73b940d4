package studio.agent.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.agent.plan.Desired;
import studio.agent.plan.Memory;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.Plan;
import studio.agent.plan.RouterOperation;
import studio.agent.reconcile.Result.Outcome;
import studio.agent.router.Connector;
import studio.agent.router.Observed;
import studio.agent.router.RouterEntity;

/** What a reconciler remembers of its rounds. */
final class Experience {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, RouterEntity> applied = new HashMap<>();
    private final Set<String> mistrusted = new HashSet<>();
    private boolean mistrustsAll;

    private record Refusal(RouterEntity entity, String why, int times, Instant notBefore) {}

    /** What the router has of an earlier life of ours may be what it refused. */
    void mistrustAll() {
        mistrustsAll = true;
        applied.clear();
    }

    Memory memory(Desired desired, ObservedRouter router, Instant now, boolean retrying) {
        if (mistrustsAll) {
            router.own().map(Observed::name).forEach(mistrusted::add);
            mistrustsAll = false;
        }
        refusals.values().removeIf(refusal -> !isWanted(refusal.entity(), desired));
        Set<String> resting = refusals.values().stream()
                .filter(refusal -> now.isBefore(refusal.notBefore()))
                .map(refusal -> refusal.entity().name())
                .collect(Collectors.toSet());
        return new Memory(mistrusted, resting, retrying);
    }

    private static boolean isWanted(RouterEntity entity, Desired desired) {
        return Optional.ofNullable(desired.entities().get(Connector.wantedName(entity.name())))
                .filter(wanted -> wanted.values().equals(entity.values()))
                .isPresent();
    }

    void learn(List<Result> results, Instant now) {
        for (Result result : results) {
            switch (result.operation()) {
                case RouterOperation.Create create -> learn(create.entity(), result.outcome(), now);
                case RouterOperation.Update update -> learn(update.entity(), result.outcome(), now);
                case RouterOperation.Delete delete -> applied.remove(delete.name());
            }
        }
    }

    private void learn(RouterEntity entity, Outcome outcome, Instant now) {
        String name = entity.name();
        switch (outcome) {
            case Outcome.Done done -> {
                mistrusted.remove(name);
                refusals.remove(name);
                applied.put(name, entity);
            }
            case Outcome.Refused refused -> {
                mistrusted.add(name);
                refusals.merge(
                        name,
                        new Refusal(entity, words(refused), 1, now.plus(FIRST_REST)),
                        (before, first) -> again(entity, words(refused), before.times() + 1, now));
            }
            case Outcome.Unknown unknown -> mistrusted.add(name);
            case Outcome.Skipped skipped -> {}
        }
    }

    private static String words(Outcome.Refused refused) {
        return refused.code() + " " + refused.description();
    }

    private static Refusal again(RouterEntity entity, String why, int times, Instant now) {
        long factor = 1L << Math.min(times - 1, MOST_DOUBLINGS);
        return new Refusal(entity, why, times, now.plus(FIRST_REST.multipliedBy(factor)));
    }

    Optional<String> refusal(String name) {
        return Optional.ofNullable(refusals.get(name)).map(Refusal::why);
    }

    /** What had been applied as it still is wanted, and now is otherwise. */
    List<Round.Drift> drift(Plan plan, Desired desired) {
        return plan.operations().stream()
                .filter(operation -> isDrift(operation, desired))
                .map(operation -> new Round.Drift(operation.name(), operation.reason()))
                .distinct()
                .toList();
    }

    private boolean isDrift(RouterOperation operation, Desired desired) {
        return switch (operation.reason().kind()) {
            case MISSING, CHANGED ->
                Optional.ofNullable(applied.get(operation.name()))
                        .filter(entity -> entity.equals(desired.entities().get(operation.name())))
                        .isPresent();
            case UNWANTED, MISTRUSTED, NOT_LISTENING, PROFILE_REPLACED -> false;
        };
    }

    /** What the router shows as wanted has been applied, whoever did it. */
    void confirm(Desired desired, Plan plan) {
        Set<String> open = plan.operations().stream().map(RouterOperation::name).collect(Collectors.toSet());
        plan.waiting().forEach(waiting -> open.add(waiting.name()));
        desired.entities().forEach((name, entity) -> {
            if (!open.contains(name)) {
                applied.put(name, entity);
            }
        });
        applied.keySet().retainAll(desired.entities().keySet());
    }
}
