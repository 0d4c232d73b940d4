package studio.agent.reconcile;

/** How far a router has what is wanted. */
public sealed interface EntityStatus {

    /** The router has it. */
    record Applied() implements EntityStatus {}

    /**
     * The router does not have it yet.
     *
     * @param why what it waits for
     */
    record Applying(String why) implements EntityStatus {}

    /**
     * The router can't have it. It is tried again when it changes, and now and then.
     *
     * @param reason the router's own words, or the rule that it breaks
     */
    record Failed(String reason) implements EntityStatus {}
}
