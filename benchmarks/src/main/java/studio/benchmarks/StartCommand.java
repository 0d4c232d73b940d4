package studio.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.benchmarks.machine.Scratch;
import studio.benchmarks.machine.Starts;

@Command(
        name = "start",
        description =
                "How long each process of an installation takes to start, twice, and the memory that it holds then. Makes"
                        + " an installation of its own, of which nothing is left.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            new Starts(new Report(spec.commandLine().getOut())).measure(scratch);
        }
        return 0;
    }
}
