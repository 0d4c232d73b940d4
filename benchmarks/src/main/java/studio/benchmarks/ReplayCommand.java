package studio.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.benchmarks.machine.Replays;
import studio.benchmarks.machine.Scratch;

@Command(
        name = "replay",
        description = {
            "How fast the tables are made anew from the events' topic, in events and in rows.",
            "",
            "Makes an installation of its own, of which nothing is left; fills its topic with events of 16 networks, drops"
                    + " the tables and starts the projection service again. Rows are those that the database says were"
                    + " inserted, changed or deleted.%n"
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    static final long EVENTS = 200_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--events", defaultValue = "200000", description = "Events of the topic (${DEFAULT-VALUE}).")
    private long events;

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            scratch.up();
            new Replays(new Report(spec.commandLine().getOut())).measure(scratch, events);
        }
        return 0;
    }
}
