package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.cli.api.Api;
import studio.cli.resource.ScopeOptions;
import studio.cli.resource.StateWatch;

/** Waits until an object has reached a state. */
@Command(
        name = "wait",
        description = {"Waits until an object is in one of those states.", ""},
        footer = {"", "Example:", "  studio wait network shop --state active --timeout 60"},
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class WaitCommand implements Callable<Integer> {

    @Mixin
    private ObjectOptions object;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            required = true,
            split = ",",
            description = "The states to wait for, separated by commas; 'deleted' also if it is gone.")
    private List<String> states;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long at most (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Override
    public Integer call() {
        Api api = object.api();
        String path = object.itemPath(api);
        StateWatch watch = new StateWatch(api, path, states);
        JsonNode last = watch.await(Duration.ofSeconds(timeoutSeconds));
        String state = last.path("state").asText("deleted");
        object.out().println(object.kind().name() + "/" + object.name().orElse("") + " is " + state);
        object.out().flush();
        return states.contains(state) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
