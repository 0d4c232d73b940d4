package studio.agent.participant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Decides about changes as they are shown at that moment. */
final class Deciding {

    private final SiteCommand command;
    private final SiteClient site;

    Deciding(SiteCommand command, SiteClient site) {
        this.command = command;
        this.site = site;
    }

    /** The changes of those names. */
    List<JsonObject> named(List<String> names) throws IOException, InterruptedException {
        List<JsonObject> changes = site.list("changes");
        TreeSet<String> unknown = new TreeSet<>(names);
        changes.forEach(change -> unknown.remove(name(change)));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    new CommandLine(command.spec()),
                    "nothing called " + String.join(", ", unknown) + " is to change here; see: studio agent changes");
        }
        return changes.stream().filter(change -> names.contains(name(change))).toList();
    }

    /** The changes that wait. */
    List<JsonObject> waiting() throws IOException, InterruptedException {
        return site.list("changes").stream()
                .filter(change -> change.getString("state").equals("proposed"))
                .toList();
    }

    private static String name(JsonObject change) {
        return change.getJsonObject("endpoint").getString("name");
    }

    /** Tells the agent. */
    void decide(String verdict, List<JsonObject> changes, String reason, Map<String, String> inputs)
            throws IOException, InterruptedException {
        if (changes.isEmpty()) {
            command.out().println("Nothing waits for a decision.");
            return;
        }
        JsonObject body = new JsonObject()
                .put("verdict", verdict)
                .put("reason", reason)
                .put(
                        "changes",
                        new JsonArray(changes.stream()
                                .map(change -> choice(change, inputs))
                                .toList()));
        site.ask("POST", "decisions", body);
        String names = changes.stream().map(Deciding::name).collect(Collectors.joining(", "));
        command.out().println((verdict.equals("accept") ? "Accepted: " : "Declined: ") + names);
    }

    private static JsonObject choice(JsonObject change, Map<String, String> inputs) {
        JsonObject given = new JsonObject();
        change.getJsonArray("inputsWanted", new JsonArray()).stream()
                .map(String::valueOf)
                .filter(inputs::containsKey)
                .forEach(key -> given.put(key, inputs.get(key)));
        return new JsonObject()
                .put("endpoint", change.getJsonObject("endpoint").getString("uid"))
                .put("digest", change.getString("digest"))
                .put("inputs", given);
    }
}
