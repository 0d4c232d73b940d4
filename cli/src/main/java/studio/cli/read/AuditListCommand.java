package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.cli.api.Api;
import studio.cli.api.ApiOptions;
import studio.cli.resource.Table;

/** Lists who did what. */
@Command(
        name = "list",
        description = {"Lists who did what, accepted or refused; the newest first.", ""},
        footer = {
            "",
            "Examples:",
            "  studio audit list --filter actor=alice --since 2026-01-01T00:00:00Z",
            "  studio audit list --export > audit.ndjson"
        },
        mixinStandardHelpOptions = true)
public final class AuditListCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Mixin
    private ApiOptions connection;

    @Option(
            names = "--filter",
            paramLabel = "FIELD=VALUE",
            description = "Only those with this stream, actor, type, subject, outcome or commandId.")
    private final Map<String, String> filters = new HashMap<>();

    @Option(names = "--since", paramLabel = "TIME", description = "Only what happened then or later.")
    void since(String time) {
        filters.put("since", time);
    }

    @Option(names = "--until", paramLabel = "TIME", description = "Only what happened before.")
    void until(String time) {
        filters.put("until", time);
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--export", description = "Write all of it as NDJSON, as audit verify --export reads it.")
    private boolean isExport;

    @Override
    public void run() {
        Api api = connection.api();
        PrintWriter out = command.commandLine().getOut();
        if (isExport) {
            export(api, out);
        } else {
            list(api, out);
        }
        out.flush();
    }

    private void export(Api api, PrintWriter out) {
        try (InputStream stream = api.stream("audit", filters, "application/x-ndjson");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(Api api, PrintWriter out) {
        Map<String, String> query = new HashMap<>(filters);
        query.put("limit", String.valueOf(limit));
        Table table = new Table(List.of("TIME", "ACTOR", "OUTCOME", "STREAM", "REVISION", "SUBJECT", "TYPE"));
        for (JsonNode entry : api.get("audit", query).body().path("items")) {
            table.add(List.of(
                    HistoryCommand.time(Instant.parse(entry.path("occurredAt").asText())),
                    entry.path("actor").path("name").asText(),
                    entry.path("outcome").asText(),
                    entry.path("stream").asText(),
                    entry.path("revision").asText("-"),
                    entry.path("subject").asText(),
                    lastPart(entry.path("type").asText())));
        }
        if (table.isEmpty()) {
            out.println("There is nothing of that kind.");
        } else {
            table.lines().forEach(out::println);
        }
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
