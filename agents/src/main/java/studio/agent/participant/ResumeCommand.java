package studio.agent.participant;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Lets the application at a member site go on. */
@Command(name = "resume", description = "Lets the application at a member site go on.", mixinStandardHelpOptions = true)
final class ResumeCommand extends SiteCommand {

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        site.ask("PUT", "paused", new JsonObject().put("paused", false));
        out().println("The application goes on here.");
    }
}
