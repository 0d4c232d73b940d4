package studio.agent.reconcile;

import studio.agent.amqp.Answer;
import studio.agent.plan.ObservedRouter;

/** A look at a router. */
public sealed interface Observation {

    /**
     * All of it was seen.
     *
     * @param router the router
     */
    record Seen(ObservedRouter router) implements Observation {}

    /**
     * Not all of it was seen, so that nothing can be concluded.
     *
     * @param type   what could not be seen
     * @param answer why
     */
    record Unseen(String type, Answer answer) implements Observation {}
}
