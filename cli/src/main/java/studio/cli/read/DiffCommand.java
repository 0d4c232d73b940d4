package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.cli.api.Api;
import studio.cli.resource.ScopeOptions;

/** Tells what differs between two moments of a network, a backbone, a library or a user. */
@Command(
        name = "diff",
        description = {"Tells what differs between two moments of a network, a backbone, a library or a user.", ""},
        footer = {"", "Example:", "  studio diff network shop --from 17"},
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class DiffCommand implements Runnable {

    @Mixin
    private ObjectOptions object;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            required = true,
            description = "The earlier moment: a revision, or a time.")
    private String from;

    @Option(names = "--to", paramLabel = "MOMENT", description = "The later moment (default: now).")
    private Optional<String> to = Optional.empty();

    @Override
    public void run() {
        Api api = object.api();
        Map<String, String> query = new HashMap<>(Map.of("from", from));
        to.ifPresent(moment -> query.put("to", moment));
        PrintWriter out = object.out();
        boolean more = true;
        while (more) {
            JsonNode page = api.get(object.itemPath(api) + "/diff", query).body();
            page.path("items").forEach(item -> print(item, out));
            more = page.hasNonNull("next");
            query.put("after", page.path("next").asText());
            if (!more) {
                out.printf(
                        "%s added, %s removed, %s changed%n",
                        page.path("added").asText(),
                        page.path("removed").asText(),
                        page.path("changed").asText());
            }
        }
        out.flush();
    }

    private static void print(JsonNode item, PrintWriter out) {
        String sign = switch (item.path("change").asText()) {
            case "added" -> "+";
            case "removed" -> "-";
            default -> "~";
        };
        out.println(sign + " " + item.path("kind").asText() + "/"
                + item.path("name").asText());
        item.path("fields")
                .forEach(field -> out.println("    " + field.path("pointer").asText() + ": " + field.path("before")
                        + " -> " + field.path("after")));
    }
}
