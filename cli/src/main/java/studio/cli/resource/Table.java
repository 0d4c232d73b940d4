package studio.cli.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in aligned columns, their heads on top. */
public final class Table {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    /** One with those heads. */
    public Table(List<String> heads) {
        rows.add(heads);
    }

    /** Adds a row. */
    public void add(List<String> cells) {
        rows.add(cells);
    }

    /** Says whether it has no rows but the heads. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Its lines. */
    public List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> IntStream.range(0, widths.length)
                .forEach(column -> widths[column] =
                        Math.max(widths[column], row.get(column).length())));
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> pad(row.get(column), widths[column]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
