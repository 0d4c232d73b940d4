package studio.agent.participant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands of a participant have in common: whose site, and how it is shown. */
abstract class SiteCommand implements Callable<Integer> {

    /** How something is shown. */
    enum Format {
        /** In columns, for people. */
        TABLE,
        /** As the site's API has it. */
        JSON
    }

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            required = true,
            description = "The site's directory, as it was given when the site joined.")
    private Path directory;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "How it is shown (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        run(SiteClient.open(directory.toAbsolutePath()));
        return 0;
    }

    abstract void run(SiteClient site) throws IOException, InterruptedException;

    CommandSpec spec() {
        return spec;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Shows objects, one a line; what is empty shows as that. */
    void show(List<JsonObject> objects, List<Column> columns, String nothing) {
        if (format == Format.JSON) {
            out().println(new JsonObject().put("items", new JsonArray(objects)).encodePrettily());
        } else if (objects.isEmpty()) {
            out().println(nothing);
        } else {
            Column.print(objects, columns, out());
        }
    }

    /** Shows one object, a field a line. */
    void show(JsonObject object, List<Column> fields) {
        if (format == Format.JSON) {
            out().println(object.encodePrettily());
        } else {
            fields.forEach(field -> Optional.of(field.of(object))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> out().println(field.title() + ": " + value)));
        }
    }
}
