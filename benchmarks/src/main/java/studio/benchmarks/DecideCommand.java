package studio.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.benchmarks.core.Decisions;

@Command(
        name = "decide",
        description =
                "What commands cost in the domain alone, decided and folded in memory: no topics, tables or HTTP.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOptions networks;

    @Override
    public Integer call() {
        Decisions measured = new Decisions(new Report(spec.commandLine().getOut()), networks.slots());
        networks.stores().forEach(measured::measure);
        return 0;
    }
}
