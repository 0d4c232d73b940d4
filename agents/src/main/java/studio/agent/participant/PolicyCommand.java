package studio.agent.participant;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides beforehand. */
@Command(
        name = "policy",
        description = "Say what happens at a member site to changes that nobody looked at.",
        mixinStandardHelpOptions = true)
final class PolicyCommand extends SiteCommand {

    @Parameters(paramLabel = "ask|all", description = "ask: they wait; all: they are accepted.")
    private String accept;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When accepting all ends, such as 2030-01-01T00:00:00Z.")
    private Optional<Instant> until = Optional.empty();

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        JsonObject policy = new JsonObject().put("accept", accept);
        until.ifPresent(end -> policy.put("until", end.toString()));
        site.ask("PUT", "policy", policy);
        out().println("Changes that nobody looked at: " + accept);
    }
}
