package studio.agent.reconcile;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.amqp.RouterManagement;
import studio.agent.plan.Desired;
import studio.agent.plan.Memory;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.Plan;
import studio.agent.plan.RouterOperation;
import studio.agent.plan.RouterPlanner;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Observed;

/**
 * Makes one router what it is to be. A round looks at all of it, so that whatever happened before (a lost answer, a restart, somebody
 * else's hand) needs no case of its own. For one thread.
 */
public final class Reconciler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Reconciler.class);
    private static final Plan NOTHING = new Plan(List.of(), List.of());

    private final Observer observer;
    private final Clock clock;
    private final Experience experience = new Experience();
    private long rounds;

    /** A reconciler that has not looked yet. */
    public Reconciler(PortProbe probe, Clock clock) {
        this.observer = new Observer(probe);
        this.clock = clock;
    }

    /** Looks, plans and does, once. */
    public Round round(Desired desired, RouterManagement management, Round.Trigger trigger) {
        rounds++;
        if (trigger == Round.Trigger.CONNECTED) {
            experience.mistrustAll();
            observer.doubtAll();
        }
        Observation observation = observer.observe(management, desired);
        Round round = switch (observation) {
            case Observation.Unseen unseen -> blind(desired, trigger, unseen);
            case Observation.Seen seen -> round(desired, management, trigger, seen);
        };
        log(round);
        return round;
    }

    private Round blind(Desired desired, Round.Trigger trigger, Observation.Unseen unseen) {
        EntityStatus status = new EntityStatus.Applying("the router does not answer: " + unseen.answer());
        Map<String, EntityStatus> statuses =
                desired.entities().keySet().stream().collect(Collectors.toMap(name -> name, name -> status));
        return new Round(rounds, trigger, unseen, NOTHING, List.of(), statuses, List.of());
    }

    private Round round(Desired desired, RouterManagement management, Round.Trigger trigger, Observation.Seen seen) {
        boolean retrying = trigger == Round.Trigger.RESYNC;
        Memory memory = experience.memory(desired, seen.router(), clock.instant(), retrying);
        Plan plan = RouterPlanner.plan(desired, seen.router(), memory);
        List<Round.Drift> drift = experience.drift(plan, desired);
        plan.operations().stream().map(RouterOperation::name).forEach(observer::doubt);
        List<Result> results = PlanExecution.execute(plan, management);
        experience.confirm(desired, plan);
        experience.learn(results, clock.instant());
        return new Round(rounds, trigger, seen, plan, results, statuses(desired, seen.router(), plan, results), drift);
    }

    private Map<String, EntityStatus> statuses(
            Desired desired, ObservedRouter router, Plan plan, List<Result> results) {
        Map<String, EntityStatus> statuses = new HashMap<>();
        desired.entities().keySet().forEach(name -> statuses.put(name, new EntityStatus.Applied()));
        router.own()
                .forEach(present -> complaint(present)
                        .ifPresent(words -> statuses.computeIfPresent(
                                present.name(), (name, status) -> new EntityStatus.Failed(words))));
        results.forEach(result -> statuses.computeIfPresent(
                Connector.wantedName(result.operation().name()), (name, status) -> status(result)));
        plan.waiting()
                .forEach(waiting -> statuses.computeIfPresent(
                        Connector.wantedName(waiting.name()), (name, status) -> status(waiting)));
        desired.defects().forEach((name, defect) -> statuses.put(name, new EntityStatus.Failed(defect.toString())));
        return statuses;
    }

    /** A connector that does not reach its peer is there all the same: links have a state of their own. */
    private static Optional<String> complaint(Observed present) {
        return present.type() == EntityType.CONNECTOR ? Optional.empty() : present.complaint();
    }

    private EntityStatus status(Plan.Waiting waiting) {
        return switch (waiting.why()) {
            case LAST_LINK -> new EntityStatus.Applying("the last connection that works stays until another one does");
            case NEEDS -> new EntityStatus.Applying("to what it needs, which the router refused");
            case PORT_TAKEN -> new EntityStatus.Failed("another program listens on its port");
            case RESTING ->
                new EntityStatus.Failed(experience.refusal(waiting.name()).orElse("the router refused it"));
        };
    }

    private static EntityStatus status(Result result) {
        return switch (result.outcome()) {
            case Result.Outcome.Done done ->
                result.operation().type() == EntityType.LISTENER
                        ? new EntityStatus.Applying("to be seen listening")
                        : new EntityStatus.Applied();
            case Result.Outcome.Refused refused ->
                new EntityStatus.Failed(refused.code() + " " + refused.description());
            case Result.Outcome.Unknown unknown -> new EntityStatus.Applying(unknown.why());
            case Result.Outcome.Skipped skipped -> new EntityStatus.Applying(skipped.why());
        };
    }

    private static void log(Round round) {
        round.drift()
                .forEach(drift -> LOGGER.atWarn()
                        .addKeyValue("round", round.number())
                        .addKeyValue("entity", drift.name())
                        .addKeyValue("reason", drift.reason())
                        .log("Somebody else changed the router"));
        round.results().stream()
                .filter(result -> !result.isDone())
                .forEach(result -> LOGGER.atWarn()
                        .addKeyValue("round", round.number())
                        .addKeyValue("entity", result.operation().name())
                        .addKeyValue("outcome", result.outcome())
                        .log("The router did not take an operation"));
        if (!round.results().isEmpty()) {
            LOGGER.atInfo()
                    .addKeyValue("round", round.number())
                    .addKeyValue("trigger", round.trigger())
                    .addKeyValue("operations", round.results().size())
                    .log("A round changed the router");
        }
    }
}
