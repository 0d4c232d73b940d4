package studio.cli.read;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.api.Write;

/** Makes a link into a network's console. */
@Command(
        name = "console",
        description = {"Makes a link that opens the console of a network: once, within half a minute.", ""},
        footer = {"", "Example:", "  studio console shop"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ConsoleCommand implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Parameters(paramLabel = "NETWORK", description = "The network.")
    private String network = "";

    @Override
    public void run() {
        Api api = connection.api();
        Write write = Write.of("POST", "networks/" + Api.encode(network) + "/home/console-token", Optional.empty());
        PrintWriter out = command.commandLine().getOut();
        out.println(api.command(write, PATIENCE).body().path("address").asText());
        out.flush();
    }
}
