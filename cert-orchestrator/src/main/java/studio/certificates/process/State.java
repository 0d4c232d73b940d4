package studio.certificates.process;

/** What an orchestrator does at the moment. */
public sealed interface State {

    /** It can't begin or go on, and tries again soon. */
    record Waiting(String reason) implements State {}

    /** Another instance works; this one takes its place when it ends. */
    record Standby() implements State {}

    /** It reads what the log had when it began, and does nothing yet. */
    record CatchingUp() implements State {}

    /** It works. */
    record Working() implements State {}

    /** It was told to end. */
    record Off() implements State {}
}
