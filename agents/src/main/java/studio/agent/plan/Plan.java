package studio.agent.plan;

import java.util.List;

/**
 * What has to be done, in this order: what goes before what comes, so that ports are free; what uses a profile or a vhost goes before
 * it and comes after it; who may do what changes before connections have to be made anew.
 *
 * @param operations what to do now
 * @param waiting       what has to wait
 */
public record Plan(List<RouterOperation> operations, List<Waiting> waiting) {

    /** Keeps its own copies. */
    public Plan {
        operations = List.copyOf(operations);
        waiting = List.copyOf(waiting);
    }

    /**
     * An entity that stays as it is for now.
     *
     * @param name its name
     * @param why  why
     */
    public record Waiting(String name, Why why) {}

    /** Why an entity stays as it is. */
    public enum Why {
        /** The router would lose the last connection that works: the others have to work first. */
        LAST_LINK,
        /** What it needs was refused. */
        NEEDS,
        /** Another program listens on its port. */
        PORT_TAKEN,
        /** The router refused it a short while ago. */
        RESTING
    }

    /** Says whether the router has what is wanted. */
    public boolean isConverged() {
        return operations.isEmpty() && waiting.isEmpty();
    }
}
