package studio.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import studio.embedded.NodeException;

/** The command {@code studio}, and what all its subcommands have in common. */
@Command(
        name = "studio",
        description = "Runs Studio on this machine.",
        subcommands = {UpCommand.class, StatusCommand.class, DownCommand.class, ResetCommand.class, AuditCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Studio.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nFrom a source tree also:%n",
        footer = {
            "  test    Runs the whole test suite; further arguments go to Maven.",
            "  build   Builds what is missing or older than its sources."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Something failed; the message says what, and what to do.",
            "2:The command line is wrong.",
            "3:status only: not everything that is built is running."
        })
public final class Studio {

    /** Something that is built doesn't run. */
    static final int NOT_RUNNING = 3;

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Studio())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, commandLine, result) -> explain(exception, commandLine));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            Optional<String> version =
                    Optional.ofNullable(Studio.class.getPackage().getImplementationVersion());
            return new String[] {"studio " + version.orElse("(not packaged)")};
        }
    }

    /** What a person can do something about is told in words; the rest is a fault of ours and shows where it happened. */
    private static int explain(Exception exception, CommandLine commandLine) {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof NodeException || exception instanceof UncheckedIOException) {
            err.println("studio: " + exception.getMessage());
        } else {
            exception.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
