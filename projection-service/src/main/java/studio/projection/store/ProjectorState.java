package studio.projection.store;

import java.util.List;

/** What the projector of this instance does at the moment. */
public sealed interface ProjectorState {

    /**
     * Cannot work yet, or any more, and tries again.
     *
     * @param reason why
     */
    record Waiting(String reason) implements ProjectorState {}

    /** Another instance writes; this one takes over when that one is gone. */
    record Standby() implements ProjectorState {}

    /**
     * Writes the tables.
     *
     * @param lag      records of the log that are not in the tables yet
     * @param caughtUp whether the tables have been close to the log's end since this instance began to write
     * @param stops    why partitions of the log are read no further, if any are
     */
    record Writing(long lag, boolean caughtUp, List<String> stops) implements ProjectorState {}

    /** Was told to end, or never to begin. */
    record Off() implements ProjectorState {}
}
