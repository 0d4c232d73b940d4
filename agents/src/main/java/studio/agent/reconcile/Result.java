package studio.agent.reconcile;

import studio.agent.plan.RouterOperation;

/**
 * What became of an operation.
 *
 * @param operation the operation
 * @param outcome   what became of it
 */
public record Result(RouterOperation operation, Outcome outcome) {

    /** What became of an operation. */
    public sealed interface Outcome {

        /** The router did it. */
        record Done() implements Outcome {}

        /** The router refused. */
        record Refused(int code, String description) implements Outcome {}

        /** Nobody knows whether the router did it. */
        record Unknown(String why) implements Outcome {}

        /** It was not tried, because of another one or because the connection was lost. */
        record Skipped(String why) implements Outcome {}
    }

    boolean isDone() {
        return outcome instanceof Outcome.Done;
    }
}
