package studio.agent.participant;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Accepts changes. */
@Command(
        name = "accept",
        description = "Accept changes at a member site, as they are shown now.",
        mixinStandardHelpOptions = true)
final class AcceptCommand extends SiteCommand {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "All that wait.")
    private boolean all;

    @Option(names = "--input", paramLabel = "KEY=VALUE", description = "What a change asks for.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        if (names.isEmpty() != all) {
            throw new ParameterException(new CommandLine(spec()), "name the changes, or say --all");
        }
        Deciding deciding = new Deciding(this, site);
        deciding.decide("accept", all ? deciding.waiting() : deciding.named(names), "", inputs);
    }
}
