package studio.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import studio.cli.api.ContextException;
import studio.cli.api.ProblemException;
import studio.cli.api.UnreachableException;
import studio.cli.login.ContextCommand;
import studio.cli.login.LoginCommand;
import studio.cli.login.LogoutCommand;
import studio.cli.login.WhoamiCommand;
import studio.cli.read.CertificatesCommand;
import studio.cli.read.ConsoleCommand;
import studio.cli.read.DescribeCommand;
import studio.cli.read.DiffCommand;
import studio.cli.read.GetCommand;
import studio.cli.read.HistoryCommand;
import studio.cli.read.WaitCommand;
import studio.cli.read.WhyCommand;
import studio.cli.write.Verbs;
import studio.embedded.NodeException;

/** The command {@code studio}, and what all its subcommands have in common. */
@Command(
        name = "studio",
        description = "Runs Studio on this machine, and works with it there or anywhere.",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ResetCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            WhoamiCommand.class,
            ContextCommand.class,
            CompletionCommand.class,
            GetCommand.class,
            DescribeCommand.class,
            HistoryCommand.class,
            WhyCommand.class,
            DiffCommand.class,
            WaitCommand.class,
            CertificatesCommand.class,
            ConsoleCommand.class,
            AuditCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Studio.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nFrom a source tree also:%n",
        footer = {
            "  join    Joins a network or a backbone with a bundle, and runs the site.",
            "  agent   Runs a site that has joined, or ends it.",
            "  test    Runs the whole test suite; further arguments go to Maven.",
            "  build   Builds what is missing or older than its sources."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Something failed; the message says what, and what to do.",
            "2:The command line is wrong.",
            "3:status only: not everything that is built is running.",
            "4:Studio refused what was asked; the message says why.",
            "5:Studio can't be reached, or did not answer in time."
        })
public final class Studio {

    /** Something that is built doesn't run. */
    static final int NOT_RUNNING = 3;

    /** Studio refused. */
    static final int REFUSED = 4;

    /** Studio does not answer. */
    static final int UNREACHABLE = 5;

    private static final int UNAUTHENTICATED = 401;

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine studio = new CommandLine(new Studio());
        Verbs.addTo(studio);
        studio.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        studio.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandGroups());
        return studio.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> usage(exception))
                .setExecutionExceptionHandler((exception, commandLine, result) -> explain(exception, commandLine));
    }

    /** The whole help would bury what was wrong. */
    private static int usage(ParameterException exception) {
        PrintWriter err = exception.getCommandLine().getErr();
        err.println("studio: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
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
        if (exception instanceof ProblemException problem) {
            err.println("studio: " + problem.words());
            if (problem.status() == UNAUTHENTICATED) {
                err.println("Sign in again: studio login");
            }
            return REFUSED;
        }
        if (exception instanceof UnreachableException) {
            err.println("studio: " + exception.getMessage());
            return UNREACHABLE;
        }
        if (exception instanceof ContextException
                || exception instanceof NodeException
                || exception instanceof UncheckedIOException) {
            err.println("studio: " + exception.getMessage());
        } else {
            exception.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
