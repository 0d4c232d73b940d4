package studio.agent.participant;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Declines changes. */
@Command(
        name = "decline",
        description = "Decline changes at a member site: what was accepted before runs on.",
        mixinStandardHelpOptions = true)
final class DeclineCommand extends SiteCommand {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Which ones.")
    private List<String> names = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why: the owner of the application reads it.")
    private String reason;

    @Option(names = "--remove", description = "Remove what was accepted before as well.")
    private boolean remove;

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        Deciding deciding = new Deciding(this, site);
        deciding.decide(remove ? "decline-and-remove" : "decline", deciding.named(names), reason, Map.of());
    }
}
