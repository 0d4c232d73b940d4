package studio.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a router running until it is stopped. */
public final class RouterProcess implements AutoCloseable {

    private static final int TOO_OFTEN = 3;

    private final Supervised router;

    /**
     * How a router is started.
     *
     * @param command     the program
     * @param bootFile    what it is booted with
     * @param environment what it gets of an environment; nothing else
     * @param directory   where its log and its number are
     * @param crashing    what to do before it is tried again when it ended at once several times
     */
    public record Start(
            RouterCommand command, Path bootFile, Map<String, String> environment, Path directory, Runnable crashing) {}

    /** A router that is not started yet. */
    public RouterProcess(Start start) {
        this.router = new Supervised(new Supervised.Start(
                start.command().with(start.bootFile()),
                start.environment(),
                "router",
                start.directory(),
                Optional.empty(),
                Backoff.USUAL,
                new Supervised.Watcher() {
                    @Override
                    public void ended(int failures) {
                        if (failures % TOO_OFTEN == 0) {
                            start.crashing().run();
                        }
                    }
                }));
    }

    /** Ends the router that somebody left running in that directory, if one does. */
    public static void endIn(Path directory) throws IOException {
        RouterProcess left =
                new RouterProcess(new Start(new RouterCommand(List.of()), directory, Map.of(), directory, () -> {}));
        left.router.adopt();
        left.router.close();
    }

    /** Starts it, or finds the one that runs already, and keeps it running from now on. */
    public void start() throws IOException {
        router.start();
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        return router.running();
    }

    /** What it prints. */
    public ProcessLog log() {
        return router.log();
    }

    /** Leaves it running without a keeper: another agent finds it. */
    public void abandon() {
        router.abandon();
    }

    /** Ends it: it is asked, and killed if it takes too long. */
    @Override
    public void close() throws IOException {
        router.close();
    }
}
