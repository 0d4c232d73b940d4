package studio.agent.participant;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Has the application stand still at a member site; its connection to the network stays. */
@Command(
        name = "pause",
        description = "Has the application stand still at a member site; its connection to the network stays.",
        mixinStandardHelpOptions = true)
final class PauseCommand extends SiteCommand {

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        site.ask("PUT", "paused", new JsonObject().put("paused", true));
        out().println("The application stands still here.");
    }
}
