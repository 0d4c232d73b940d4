package studio.cli.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import studio.cli.resource.Documents;

/** Writes what a command did. */
final class ReceiptPrinter {

    private final WriteOptions options;

    ReceiptPrinter(WriteOptions options) {
        this.options = options;
    }

    void print(JsonNode receipt) {
        PrintWriter out = options.out();
        switch (options.form()) {
            case TEXT -> words(receipt);
            case JSON -> out.println(Documents.json(receipt));
            case YAML -> out.println(Documents.yaml(receipt));
            case NAME -> out.println(receipt.path("subject").asText());
        }
        out.flush();
    }

    private void words(JsonNode receipt) {
        if (receipt.path("dryRun").asBoolean()) {
            preview(receipt);
        } else {
            String stream = receipt.path("stream").asText();
            String moment = stream + "@" + receipt.path("revision").asText();
            List<String> events = types(receipt);
            // What an invitation's file says is for a file: what is only for the eye goes beside it.
            PrintWriter notes = receipt.path("join").isObject() ? options.err() : options.out();
            notes.println(receipt.path("subject").asText() + ": "
                    + (events.isEmpty() ? "as it was" : String.join(", ", events)) + " (" + moment + ")");
            notes.flush();
        }
        if (receipt.path("join").isObject()) {
            options.out().println(receipt.path("join").path("text").asText().stripTrailing());
        } else if (receipt.hasNonNull("token")) {
            options.out()
                    .println("Its token, which is shown only now: "
                            + receipt.path("token").asText());
        }
    }

    private void preview(JsonNode receipt) {
        PrintWriter out = options.out();
        if (receipt.path("events").isEmpty()) {
            out.println("Nothing would change.");
            return;
        }
        out.println("Nothing was changed. What would happen to "
                + receipt.path("stream").asText() + ":");
        for (JsonNode event : receipt.path("events")) {
            out.println("  " + name(event));
            if (event.path("data").isObject()) {
                Documents.yaml(event.path("data")).lines().forEach(line -> out.println("      " + line));
            }
        }
        plans(receipt, out);
    }

    private static void plans(JsonNode receipt, PrintWriter out) {
        if (receipt.path("plans").isEmpty()) {
            return;
        }
        out.println("How plans would change:");
        for (JsonNode plan : receipt.path("plans")) {
            String audience = plan.path("audience").asText();
            out.println("  " + audience.replaceFirst("/.*", "") + " "
                    + plan.path("name").asText() + " (sites: "
                    + plan.path("sites").asText() + ")");
            plan.path("added").forEach(item -> out.println("    + " + item.asText()));
            plan.path("changed").forEach(item -> out.println("    ~ " + item.asText()));
            plan.path("removed").forEach(item -> out.println("    - " + item.asText()));
        }
        if (receipt.path("morePlans").asInt() > 0) {
            out.println("  and " + receipt.path("morePlans").asText() + " more");
        }
    }

    private static List<String> types(JsonNode receipt) {
        List<String> types = new ArrayList<>();
        receipt.path("events").forEach(event -> types.add(name(event)));
        return types;
    }

    private static String name(JsonNode event) {
        String type = event.path("type").asText();
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
