package studio.agent.reconcile;

import java.util.List;
import java.util.Map;
import studio.agent.plan.Plan;
import studio.agent.plan.Reason;

/**
 * One round: a look, a plan, and what became of it.
 *
 * @param number      counts the rounds of an agent's life
 * @param trigger     why there was a round
 * @param observation what was seen before
 * @param plan        what was to be done
 * @param results     what became of it
 * @param statuses    how far the router has each wanted entity, by name
 * @param drift       what somebody else had changed
 */
public record Round(
        long number,
        Trigger trigger,
        Observation observation,
        Plan plan,
        List<Result> results,
        Map<String, EntityStatus> statuses,
        List<Drift> drift) {

    /** Keeps its own copies. */
    public Round {
        results = List.copyOf(results);
        statuses = Map.copyOf(statuses);
        drift = List.copyOf(drift);
    }

    /** Why there is a round. */
    public enum Trigger {
        /** What is wanted changed. */
        DESIRED,
        /** There is a new connection to the router. */
        CONNECTED,
        /** Something was done, and has to be looked at. */
        FOLLOW_UP,
        /** It is time to look whether anything changed. */
        RESYNC
    }

    /**
     * Something that the router had as it was wanted, and that somebody else changed.
     *
     * @param name   the entity
     * @param reason what was changed
     */
    public record Drift(String name, Reason reason) {}

    /** Says whether the router has all that it can have. */
    public boolean isConverged() {
        return observation instanceof Observation.Seen && plan.isConverged();
    }

    /** Says whether the router was changed, so that it should be looked at again. */
    public boolean isWorthAnother() {
        return results.stream().anyMatch(Result::isDone);
    }
}
