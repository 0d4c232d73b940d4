package studio.benchmarks;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import studio.benchmarks.certs.Issuances;
import studio.embedded.NodeException;

/** The command {@code studio bench}. */
@Command(
        name = "studio bench",
        description = {
            "Measures Studio on this machine and prints one table.",
            "",
            "Figures are worth nothing without the load average in the last column: it includes what measures, which"
                    + " runs on the same cores.%n"
        },
        subcommands = {
            LoadCommand.class,
            PastCommand.class,
            DecideCommand.class,
            PlanCommand.class,
            ReplayCommand.class,
            Issuances.class,
            StartCommand.class,
            AllCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Measured.", "1:Something failed; the message says what.", "2:The command line is wrong."})
public final class Bench {

    /** Measures and ends with the exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((exception, commandLine, result) -> explain(exception, commandLine))
                .execute(arguments));
    }

    private static int explain(Exception exception, CommandLine commandLine) {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof NodeException || exception.getCause() instanceof NodeException) {
            err.println("studio: " + exception.getMessage());
        } else {
            exception.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
