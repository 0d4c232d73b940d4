package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.cli.api.Api;
import studio.cli.api.ProblemException;
import studio.cli.resource.Documents;
import studio.cli.resource.ScopeOptions;

/** Tells all about one object. */
@Command(
        name = "describe",
        description = {"Tells all about one object, and what happened to it last.", ""},
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class DescribeCommand implements Runnable {

    private static final String EVENTS = "10";
    private static final int NOT_FOUND = 404;

    @Mixin
    private ObjectOptions object;

    @Override
    public void run() {
        Api api = object.api();
        PrintWriter out = object.out();
        JsonNode item = object.item(api);
        if (item instanceof ObjectNode fields) {
            fields.properties().removeIf(field -> field.getValue().isNull());
        }
        out.println(Documents.yaml(item));
        try {
            Map<String, String> newest = Map.of("order", "newest", "limit", EVENTS);
            JsonNode history =
                    api.get(object.itemPath(api) + "/history", newest).body();
            out.println();
            out.println("Lately:");
            history.path("items").forEach(event -> out.println("  " + HistoryCommand.line(event)));
        } catch (ProblemException e) {
            // Some objects are parts of others and have no history of their own.
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
        out.flush();
    }
}
