package studio.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.benchmarks.http.Target;

@Command(
        name = "load",
        description = {
            "Gives commands to a Studio that is up, at several depths.",
            "",
            "Each changes the location label of a site, one of 64 in as many backbones, and makes one event; every fiftieth is"
                    + " followed by a read that waits for its position, which tells how far the tables are behind. Start"
                    + " Studio with STUDIO_LIMITS_REQUESTS_PER_SECOND=1000000 and STUDIO_LIMITS_REQUEST_BURST=1000000: the"
                    + " driver is one client.%n"
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    static final Target.Depths DEPTHS = new Target.Depths(List.of(1, 16, 256), 15, 10, 64);

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

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

    @Override
    public Integer call() throws Exception {
        Report report = new Report(spec.commandLine().getOut());
        target.target().load(report, new Target.Depths(inFlight, seconds, warmUp, backbones));
        return 0;
    }
}
