package studio.agent.participant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param value what it shows of an object
 */
record Column(String title, Function<JsonObject, String> value) {

    private static final int GAP = 2;

    /** The field at a path such as {@code endpoint.name}; empty if it is not there. */
    static Column at(String title, String path) {
        return new Column(title, object -> find(object, path.split("\\.")));
    }

    private static String find(JsonObject object, String... path) {
        Object value = object.getValue(path[0]);
        if (value instanceof JsonObject inner && path.length > 1) {
            return find(inner, Arrays.copyOfRange(path, 1, path.length));
        }
        return value == null ? "" : text(value);
    }

    private static String text(Object value) {
        return value instanceof JsonArray list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    String of(JsonObject object) {
        return value.apply(object);
    }

    /** Prints a table whose columns are as wide as what is in them. */
    static void print(List<JsonObject> objects, List<Column> columns, PrintWriter out) {
        List<Integer> widths = columns.stream()
                .map(column -> objects.stream()
                        .mapToInt(object -> column.of(object).length())
                        .reduce(column.title().length(), Math::max))
                .toList();
        out.println(line(columns.stream().map(Column::title).toList(), widths));
        objects.forEach(object -> out.println(
                line(columns.stream().map(column -> column.of(object)).toList(), widths)));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths.get(i) - cells.get(i).length() + GAP));
        }
        return line.toString().stripTrailing();
    }
}
