package studio.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.embedded.Distribution;
import studio.embedded.Installation;
import studio.embedded.StudioHome;

/** Which installation a command is about, and how long it may take. */
@Command(mixinStandardHelpOptions = true, versionProvider = Studio.Version.class)
final class HomeOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.studio",
            description = "Where data, logs and caches are kept (default: ${DEFAULT-VALUE}).")
    private Path data;

    Installation installation(Installation.Options options, BiConsumer<String, String> progress) {
        Distribution distribution = Optional.ofNullable(System.getProperty("studio.root"))
                .map(root -> new Distribution(Path.of(root)))
                .orElseGet(Distribution::find);
        return new Installation(StudioHome.at(data), distribution, options, progress);
    }

    Path data() {
        return data;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Prints a line for whatever happens to a node, with the seconds since now. */
    BiConsumer<String, String> progress() {
        long start = System.nanoTime();
        PrintWriter out = out();
        return (node, message) -> {
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            out.printf("[%5.1f s] %-18s %s%n", seconds, node, message);
            out.flush();
        };
    }
}
