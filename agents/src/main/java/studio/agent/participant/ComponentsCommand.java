package studio.agent.participant;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** What runs. */
@Command(
        name = "components",
        description = "List what runs at a member site, and where it listens.",
        mixinStandardHelpOptions = true)
final class ComponentsCommand extends SiteCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.at("NAME", "endpoint.name"),
            Column.at("KIND", "kind"),
            Column.at("STATE", "state"),
            Column.at("PID", "pid"),
            Column.at("RESTARTS", "restarts"),
            Column.at("LISTENS", "listens"),
            Column.at("CONNECTS", "connects"),
            Column.at("REASON", "reason"));

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        show(site.list("components"), COLUMNS, "Nothing of the application is here.");
    }
}
