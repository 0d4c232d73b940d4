package studio.agent.participant;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the application wants to change. */
@Command(
        name = "changes",
        description = "List what the application wants to change at a member site, and what was decided.",
        mixinStandardHelpOptions = true)
final class ChangesCommand extends SiteCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.at("NAME", "endpoint.name"),
            Column.at("KIND", "kind"),
            Column.at("STATE", "state"),
            Column.at("RISKS", "risks"),
            Column.at("WHY", "why"),
            Column.at("BY", "by"),
            Column.at("ASKS FOR", "inputsWanted"),
            Column.at("REASON", "verdict.reason"));

    @Option(names = "--waiting", description = "Only what waits for a decision.")
    private boolean waiting;

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        List<JsonObject> changes = site.list("changes").stream()
                .filter(change -> !waiting || change.getString("state").equals("proposed"))
                .toList();
        show(changes, COLUMNS, "The application wants to change nothing here.");
    }
}
