package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.cli.api.Api;
import studio.cli.resource.Documents;
import studio.cli.resource.ScopeOptions;

/** Tells what happened to an object. */
@Command(
        name = "history",
        description = {"Tells what happened to an object, who did it and when: the newest last.", ""},
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class HistoryCommand implements Runnable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** How it is told. */
    enum Form {
        /** A sentence each. */
        TEXT,
        /** The events. */
        JSON,
        /** The events. */
        YAML
    }

    @Mixin
    private ObjectOptions object;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of the newest (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public void run() {
        Api api = object.api();
        Map<String, String> newest = new HashMap<>(Map.of("order", "newest", "limit", String.valueOf(limit)));
        JsonNode items =
                api.get(object.itemPath(api) + "/history", newest).body().path("items");
        switch (form) {
            case TEXT -> {
                for (int index = items.size() - 1; index >= 0; index--) {
                    object.out().println(line(items.get(index)));
                }
            }
            case JSON -> object.out().println(Documents.json(items));
            case YAML -> object.out().println(Documents.yaml(items));
        }
        object.out().flush();
    }

    /** An event in a line: when in the reader's time zone, at which revision, what. */
    static String line(JsonNode event) {
        return "%s  %5s  %s"
                .formatted(
                        time(Instant.parse(event.path("time").asText())),
                        "@" + event.path("revision").asText(),
                        event.path("sentence").asText());
    }

    /** A moment in the reader's time zone. */
    static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }
}
