package studio.agent.participant;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** What may be wrong. */
@Command(
        name = "doctor",
        description = "Look for what is wrong with a member site: its network, its certificate, its router.",
        mixinStandardHelpOptions = true)
final class DoctorCommand extends SiteCommand {

    private static final List<Column> COLUMNS = List.of(
            new Column("OK", check -> check.getBoolean("ok") ? "yes" : "no"),
            Column.at("CHECK", "name"),
            Column.at("DETAIL", "detail"),
            Column.at("WHAT TO DO", "hint"));

    @Override
    void run(SiteClient site) throws IOException, InterruptedException {
        show(site.list("doctor"), COLUMNS, "Nothing was examined.");
    }
}
