package studio.benchmarks;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.benchmarks.core.Decisions;
import studio.benchmarks.core.Plans;
import studio.benchmarks.machine.Replays;
import studio.benchmarks.machine.Scratch;
import studio.benchmarks.machine.Starts;

@Command(
        name = "all",
        description =
                "All of it, one after the other, in one table; takes minutes. Makes an installation of its own, of which"
                        + " nothing is left.",
        mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {

    private static final long PAST_EVENTS = 100_000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(spec.commandLine().getOut());
        try (Scratch scratch = Scratch.make()) {
            Starts starts = new Starts(report);
            starts.measure(scratch);
            scratch.target().load(report, LoadCommand.DEPTHS);
            starts.memory(scratch, "after the load", Map.of());
            scratch.target().past(report, PAST_EVENTS);
            new Replays(report).measure(scratch, ReplayCommand.EVENTS);
        }
        NetworkOptions.STORES.forEach(new Decisions(report, NetworkOptions.SLOTS)::measure);
        NetworkOptions.STORES.forEach(new Plans(report, NetworkOptions.SLOTS)::measure);
        return 0;
    }
}
