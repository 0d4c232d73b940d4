package studio.agent.participant;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** How the site does. */
@Command(
        name = "status",
        description =
                "Tell how a member site does: whether it hears of its network, its router, and what waits for you.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends SiteCommand {

    private static final List<Column> FIELDS = List.of(
            Column.at("Site", "site.name"),
            Column.at("Network", "network.name"),
            Column.at("Hears of its network", "connected"),
            Column.at("Last heard", "lastHeard"),
            Column.at("Stands still because", "halted"),
            Column.at("Paused", "paused"),
            Column.at("Changes that nobody looked at", "policy.accept"),
            Column.at("Until", "policy.until"),
            Column.at("Router", "router.state"),
            Column.at("Router says", "router.detail"),
            Column.at("Changes that wait", "counts.proposed"),
            Column.at("Accepted", "counts.accepted"),
            Column.at("Declined", "counts.declined"),
            Column.at("Running", "counts.running"),
            Column.at("Failed", "counts.failed"));

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        show(site.get("status"), FIELDS);
    }
}
