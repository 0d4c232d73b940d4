package studio.benchmarks;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a running Studio and prints one table. */
@Command(
        name = "load",
        description = "Gives commands to a running Studio at several depths and prints what it measured.",
        mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {

    private static final int MICROS_PER_MILLI = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The public origin (${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--command-url", description = "Where commands go; by default the public origin.")
    private Optional<URI> commandUrl = Optional.empty();

    @Option(names = "--user", defaultValue = "admin", description = "Who gives the commands (${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--password-file",
            defaultValue = "${sys:user.home}/.studio/data/command-service/admin-password",
            description = "The file with that user's password (${DEFAULT-VALUE}).")
    private Path passwordFile;

    @Option(
            names = "--in-flight",
            split = ",",
            defaultValue = "1,16,256",
            description = "Commands in flight, one run for each (${DEFAULT-VALUE}).")
    private List<Integer> inFlight;

    @Option(names = "--seconds", defaultValue = "15", description = "Seconds of each run (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds of warming up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--backbones", defaultValue = "64", description = "Backbones to spread over (${DEFAULT-VALUE}).")
    private int backbones;

    /** Runs the load and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            StudioClient reads = new StudioClient(vertx, url);
            new Setup(reads).authorise(user, Files.readString(passwordFile).strip());
            new Setup(reads).makeBackbones(backbones);
            StudioClient commands = commandUrl
                    .map(origin -> new StudioClient(vertx, origin).as(reads))
                    .orElse(reads);
            measure(commands, reads);
        } finally {
            vertx.close();
        }
        return 0;
    }

    private void measure(StudioClient commands, StudioClient reads) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        new CommandLoad(commands, reads, backbones).run(64, warmUp);
        out.println(
                "| in flight | commands/s | p50 ms | p99 ms | p99.9 ms | visible p50 ms | visible p99 ms | failed | load average |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int depth : inFlight) {
            CommandLoad.Result result = new CommandLoad(commands, reads, backbones).run(depth, seconds);
            out.println(row(result));
            out.flush();
        }
    }

    private static String row(CommandLoad.Result result) {
        return "| %d | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %.1f |"
                .formatted(
                        result.inFlight(),
                        result.perSecond(),
                        millis(result.latency(), 50),
                        millis(result.latency(), 99),
                        millis(result.latency(), 99.9),
                        millis(result.lag(), 50),
                        millis(result.lag(), 99),
                        result.failed(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / (double) MICROS_PER_MILLI;
    }
}
