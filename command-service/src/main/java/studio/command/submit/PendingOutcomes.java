package studio.command.submit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;
import studio.schema.ActorRef;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;

/** Who waits for which outcome: never more than a limit, and nobody longer than it wanted to. */
final class PendingOutcomes {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int limit;
    private final ConcurrentMap<Key, Waiter> waiters = new ConcurrentHashMap<>();

    PendingOutcomes(int limit) {
        this.limit = limit;
    }

    /**
     * The command's outcome once it is there. Giving the same command again while the first is under way waits for the same outcome.
     *
     * @throws ProblemException if too many wait, or another command with the same id is under way
     */
    CompletableFuture<CommandOutcome> expect(CommandMeta meta, String type, Duration budget) {
        if (waiters.size() >= limit) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "too many commands are under way")
                    .retryAfter(RETRY_AFTER);
        }
        Key key = new Key(meta.stream(), meta.commandId());
        Waiter waiter = new Waiter(meta, type, new CompletableFuture<>());
        Waiter earlier = waiters.putIfAbsent(key, waiter);
        if (earlier == null) {
            limit(key, waiter.outcome(), budget);
            return waiter.outcome();
        }
        if (!earlier.meta().fingerprint().equals(meta.fingerprint())) {
            throw ProblemException.of(
                    Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "another command with this id is under way")
                            .withCommand(meta.commandId()));
        }
        return earlier.outcome();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whoever waits holds the future itself and hears of its failure.
    private void limit(Key key, CompletableFuture<CommandOutcome> outcome, Duration budget) {
        outcome.orTimeout(budget.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((decided, failure) -> waiters.remove(key));
    }

    /** Wakes whoever waits for that outcome. */
    void complete(CommandOutcome outcome) {
        Waiter waiter = waiters.get(new Key(outcome.stream(), outcome.commandId()));
        if (waiter != null && waiter.isAnsweredBy(outcome)) {
            waiter.outcome().complete(outcome);
        }
    }

    /** Who gave the command of that id, if somebody waits for its outcome. */
    Optional<ActorRef> giver(String commandId) {
        return waiters.values().stream()
                .map(Waiter::meta)
                .filter(meta -> meta.commandId().equals(commandId))
                .map(CommandMeta::actor)
                .findAny();
    }

    int size() {
        return waiters.size();
    }

    private record Key(StreamKey stream, String commandId) {}

    private record Waiter(CommandMeta meta, String type, CompletableFuture<CommandOutcome> outcome) {

        /** Another instance may get another command under the same id, which is then refused there; that is not our answer. */
        boolean isAnsweredBy(CommandOutcome other) {
            return other.type().equals(type) && other.actor().equals(meta.actor()) && other.dryRun() == meta.dryRun();
        }
    }
}
