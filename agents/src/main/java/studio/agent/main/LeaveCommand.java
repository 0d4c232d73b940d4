package studio.agent.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.agent.enrol.Enrolment;
import studio.agent.enrol.EnrolmentFiles;

/** Ends a site's agent, and says how the site is taken away. */
@Command(
        name = "leave",
        description = "End the agent of a site and its router, and say how the site is taken away for good.",
        mixinStandardHelpOptions = true)
final class LeaveCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 30;

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "The site's directory.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<ProcessHandle> agent = DirectoryLock.holder(directory);
        if (agent.isPresent()) {
            agent.get().destroy();
            if (!hasEnded(agent.get())) {
                spec.commandLine()
                        .getErr()
                        .println("studio: process " + agent.get().pid() + " does not end");
                return AgentProgram.FAILED;
            }
            spec.commandLine().getOut().println("The agent has ended.");
        }
        Optional<Enrolment> enrolment = new EnrolmentFiles(directory).read();
        if (enrolment.isEmpty()) {
            spec.commandLine().getErr().println("studio: no site has joined in " + directory);
            return AgentProgram.FAILED;
        }
        spec.commandLine().getOut().println(advice(enrolment.get()));
        return 0;
    }

    /** Only the backbone's owners take a part of it away; a member leaves by itself, while its agent runs. */
    private static String advice(Enrolment enrolment) {
        return switch (enrolment.role()) {
            case INTERIOR ->
                "To take it away: ./studio delete interior-site " + enrolment.site() + " --backbone "
                        + enrolment.parent() + "; an agent that runs then cleans up first.";
            case MEMBER -> "It is a member until it leaves in its console, or is evicted.";
        };
    }

    private static boolean hasEnded(ProcessHandle agent) throws InterruptedException {
        try {
            agent.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException slow) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
