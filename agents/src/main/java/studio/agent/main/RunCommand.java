package studio.agent.main;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a site that has joined. */
@Command(name = "run", description = "Run a site that has joined.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private PlaceOptions place;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Runner(place, spec.commandLine().getOut()).run();
    }
}
