package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.cli.api.Api;
import studio.cli.resource.Documents;
import studio.cli.resource.ScopeOptions;

/** Tells why an object is as it is. */
@Command(
        name = "why",
        description = {
            "Tells why an object is as it is: its last change, what caused that, and so on back to a person.",
            "",
            "With --site: why an endpoint (a process, ingress or egress) runs at that site, or doesn't.%n"
        },
        footer = {
            "",
            "Examples:",
            "  studio why interior-site rome -b acme",
            "  studio why ingress monitor -n shop --site hq"
        },
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class WhyCommand implements Runnable {

    @Mixin
    private ObjectOptions object;

    @Option(names = "--site", paramLabel = "SITE", description = "The site that an endpoint is asked about.")
    private Optional<String> site = Optional.empty();

    @Override
    public void run() {
        Api api = object.api();
        if (site.isPresent()) {
            String path = object.itemPath(api)
                    .replaceFirst("/[a-z]+/([^/]+)$", "/sites/" + Api.encode(site.get()) + "/endpoints/$1/why");
            atSite(api.get(path, object.query()).body());
        } else {
            JsonNode why = api.get(object.itemPath(api) + "/why", Map.of()).body();
            why.path("steps").forEach(step -> object.out().println(step(step)));
            object.out().println(end(why.path("end").asText()));
        }
        object.out().flush();
    }

    private static String step(JsonNode step) {
        JsonNode event = step.path("event");
        return event.isObject()
                ? HistoryCommand.line(event)
                : step.path("sentence").asText();
    }

    private static String end(String end) {
        return switch (end) {
            case "person" -> "That is where a person wanted it.";
            case "origin" -> "That began by itself: a component or a site reported it.";
            case "hidden" -> "What caused it is not yours to see.";
            case "limit" -> "The chain is longer than is told.";
            default -> "What caused it is not in the log.";
        };
    }

    private void atSite(JsonNode why) {
        findings("Here", why.path("here"));
        findings("At other sites", why.path("peers"));
        if (why.path("here").isEmpty() && why.path("peers").isEmpty()) {
            object.out().println("Nothing stands in its way.");
        }
    }

    private void findings(String title, JsonNode findings) {
        if (!findings.isEmpty()) {
            object.out().println(title + ":");
            findings.forEach(finding -> object.out().println("  " + text(finding)));
        }
    }

    private static String text(JsonNode finding) {
        String text = finding.path("text").asText();
        return text.isEmpty() ? Documents.yaml(finding) : text;
    }
}
