package studio.cli.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.cli.api.Api;
import studio.cli.resource.Listing;
import studio.cli.resource.ObjectPrinter;
import studio.cli.resource.Output;
import studio.cli.resource.ScopeOptions;

/** Lists objects, or shows one. */
@Command(
        name = "get",
        description = {"Lists objects, or shows one.", ""},
        footer = {
            "",
            "Examples:",
            "  studio get backbones",
            "  studio get interior-sites -b acme --filter state=deployed",
            "  studio get site store-7 -n shop -o yaml",
            "  studio get networks -o name"
        },
        modelTransformer = ScopeOptions.All.class,
        sortOptions = false)
public final class GetCommand implements Runnable {

    private static final int PAGE = 500;

    @Mixin
    private ObjectOptions object;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output;

    @Option(
            names = "--filter",
            paramLabel = "FIELD=VALUE",
            description =
                    "Only those that have this value, as in state=active; see the list's parameters in the reference.")
    private final Map<String, String> filters = new HashMap<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many at most (default: ${DEFAULT-VALUE}); 0 for all.")
    private int limit;

    @Override
    public void run() {
        Api api = object.api();
        Listing listing = object.listing(api);
        ObjectPrinter printer = new ObjectPrinter(object.kind(), listing, output, object.out());
        if (listing.isOne() || object.name().isPresent()) {
            show(object.item(api), printer);
        } else {
            list(api, printer);
        }
    }

    /** Some things that have a name are lists themselves, such as what became of a change at each site. */
    private void show(JsonNode item, ObjectPrinter printer) {
        if (item.path("items") instanceof ArrayNode items) {
            printer.printParts(items);
        } else {
            printer.printOne(item);
        }
    }

    private void list(Api api, ObjectPrinter printer) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Map<String, String> query = object.query();
        query.putAll(filters);
        String path = object.listPath(api);
        boolean more = true;
        while (more && (limit == 0 || all.size() < limit)) {
            query.put("limit", String.valueOf(limit == 0 ? PAGE : Math.min(PAGE, limit - all.size())));
            JsonNode page = api.get(path, query).body();
            page.path("items").forEach(all::add);
            more = page.hasNonNull("next");
            query.put("after", page.path("next").asText());
        }
        printer.printAll(all);
        if (more) {
            object.err().println("There are more; --limit 0 shows all.");
        }
    }
}
