package studio.cli.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes objects of a kind. */
public final class ObjectPrinter {

    private final Kind kind;
    private final Listing listing;
    private final Output output;
    private final PrintWriter out;

    /** Writes those that are listed there. */
    public ObjectPrinter(Kind kind, Listing listing, Output output, PrintWriter out) {
        this.kind = kind;
        this.listing = listing;
        this.output = output;
        this.out = out;
    }

    /** Writes several. */
    public void printAll(ArrayNode objects) {
        switch (output) {
            case TABLE, WIDE -> table(objects);
            case JSON -> out.println(Documents.json(objects));
            case YAML -> out.println(Documents.yaml(objects));
            case NAME -> objects.forEach(object -> out.println(name(object)));
        }
        out.flush();
    }

    /** Writes one. */
    public void printOne(JsonNode object) {
        switch (output) {
            case TABLE, WIDE -> table(List.of(object));
            case JSON -> out.println(Documents.json(object));
            case YAML -> out.println(Documents.yaml(object));
            case NAME -> out.println(name(object));
        }
        out.flush();
    }

    /** Writes what an object consists of, with a column for each property. */
    public void printParts(ArrayNode parts) {
        switch (output) {
            case TABLE, WIDE -> {
                List<Column> columns = new ArrayList<>();
                parts.path(0).fieldNames().forEachRemaining(property -> columns.add(Column.of(property)));
                print(columns, parts);
            }
            case JSON -> out.println(Documents.json(parts));
            case YAML -> out.println(Documents.yaml(parts));
            case NAME -> parts.forEach(part -> out.println(part.path("name").asText()));
        }
        out.flush();
    }

    private void table(Iterable<JsonNode> objects) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(kind.nameAt().toUpperCase(Locale.ROOT), "/" + kind.nameAt(), false));
        listing.columns().stream()
                .filter(column -> !column.wide() || output == Output.WIDE)
                .forEach(columns::add);
        print(columns, objects);
    }

    private void print(List<Column> columns, Iterable<JsonNode> objects) {
        Table table = new Table(columns.stream().map(Column::title).toList());
        Instant now = Instant.now();
        objects.forEach(object ->
                table.add(columns.stream().map(column -> column.of(object, now)).toList()));
        if (table.isEmpty()) {
            out.println("There are no " + kind.plural() + ".");
        } else {
            table.lines().forEach(out::println);
        }
    }

    private String name(JsonNode object) {
        return kind.name() + "/" + object.path(kind.nameAt()).asText();
    }
}
