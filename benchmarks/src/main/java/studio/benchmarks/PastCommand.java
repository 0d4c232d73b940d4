package studio.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "past",
        description = {
            "Reads the past of a long stream of a Studio that is up, at revisions that nobody has asked for before.",
            "",
            "Lets one backbone's stream grow to so many events first. Snapshots are made every ten seconds; for the cost"
                    + " without any start Studio with STUDIO_PROJECTION_HISTORY_SNAPSHOT_SPACING=1000000000 and"
                    + " STUDIO_PROJECTION_HISTORY_CACHE_LIMIT=0.%n"
        },
        mixinStandardHelpOptions = true)
final class PastCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Option(names = "--events", defaultValue = "100000", description = "Events of the stream (${DEFAULT-VALUE}).")
    private long events;

    @Override
    public Integer call() throws Exception {
        target.target().past(new Report(spec.commandLine().getOut()), events);
        return 0;
    }
}
