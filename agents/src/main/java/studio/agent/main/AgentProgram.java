package studio.agent.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import studio.agent.participant.Participation;

/** The agent's program. */
@Command(
        name = "studio agent",
        description = "Runs a site: joins with a bundle, and keeps a router as the site's document says.",
        subcommands = {JoinCommand.class, RunCommand.class, LeaveCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Something failed; the message says what, and what to do.",
            "2:The command line is wrong.",
            "4:Studio refused what was asked; the message says why."
        })
public final class AgentProgram {

    /** Something failed. */
    static final int FAILED = ExitCode.SOFTWARE;

    /** Studio refused. */
    static final int REFUSED = 4;

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private AgentProgram() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tFT%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Participation.addTo(new CommandLine(new AgentProgram()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, given) -> usage(exception))
                .setExecutionExceptionHandler((exception, line, result) -> explain(exception, line));
    }

    /** The whole help would bury what was wrong. */
    private static int usage(ParameterException exception) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println("studio: " + exception.getMessage());
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** What a person can do something about is told in words; the rest is a fault of ours and shows where it happened. */
    private static int explain(Exception exception, CommandLine line) {
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            line.getErr().println("studio: " + exception.getMessage());
        } else {
            exception.printStackTrace(line.getErr());
        }
        return FAILED;
    }
}
