package studio.agent.amqp;

import java.util.Map;

/** What became of a request. */
public sealed interface Answer {

    /**
     * The router did it.
     *
     * @param code 200 to 299
     * @param body what it says about it
     */
    record Success(int code, Map<String, Object> body) implements Answer {}

    /**
     * The router did not do it, though what it shows may have changed.
     *
     * @param code        any other number
     * @param description the router's own words; they differ between versions, and are for people alone
     */
    record Refusal(int code, String description) implements Answer {}

    /**
     * There is no answer.
     *
     * @param cause           why
     * @param mayHaveHappened whether the router may have done it
     * @param detail          more about the cause
     */
    record NoAnswer(Cause cause, boolean mayHaveHappened, String detail) implements Answer {}

    /** Why there is no answer. */
    enum Cause {
        /** The connection ended. */
        DISCONNECTED,
        /** The time is over. */
        DEADLINE,
        /** Nobody is at the address, or nobody there takes requests. */
        NO_ROUTE,
        /** Too many requests wait already. */
        OVERLOADED,
        /** The router or its policy did not take the message. */
        NOT_ACCEPTED,
        /** What came is no answer. */
        MALFORMED
    }

    /** Says whether the router did it. */
    default boolean isSuccess() {
        return this instanceof Success;
    }
}
