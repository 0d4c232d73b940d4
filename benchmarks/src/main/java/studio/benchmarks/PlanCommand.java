package studio.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.benchmarks.core.Plans;

@Command(
        name = "plan",
        description = "What plans cost in the domain alone, for an application of 20 components.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOptions networks;

    @Override
    public Integer call() {
        Plans measured = new Plans(new Report(spec.commandLine().getOut()), networks.slots());
        networks.stores().forEach(measured::measure);
        return 0;
    }
}
