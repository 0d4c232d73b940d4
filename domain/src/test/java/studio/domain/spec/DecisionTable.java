package studio.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import studio.domain.kernel.Decision;

/**
 * What is given against what it meets, and the answer in the cell. The first line names the columns:
 *
 * <pre>
 * command    | absent    | active | suspended
 * ResumeUser | NOT_FOUND | same   | UserResumed
 * </pre>
 */
public final class DecisionTable {

    private final List<String> columns;
    private final List<Row> rows;

    private record Row(String name, List<String> cells) {}

    private DecisionTable(List<Row> lines) {
        columns = lines.getFirst().cells();
        rows = lines.subList(1, lines.size());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.cells()).as(row.name()).hasSameSizeAs(columns));
    }

    /** The table of that text. */
    public static DecisionTable of(String text) {
        return new DecisionTable(text.lines().map(DecisionTable::row).toList());
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::trim).toList();
        return new Row(cells.getFirst(), cells.subList(1, cells.size()));
    }

    /** The first cell of each row. */
    public List<String> rows() {
        return rows.stream().map(Row::name).toList();
    }

    /** One test for each cell: {@code answer} gets the row and the column. */
    public Stream<DynamicTest> tests(BiFunction<String, String, String> answer) {
        return rows.stream()
                .flatMap(row -> IntStream.range(0, columns.size()).mapToObj(i -> {
                    String column = columns.get(i);
                    String expected = row.cells().get(i);
                    return DynamicTest.dynamicTest(
                            row.name() + " / " + column + ": " + expected,
                            () -> assertThat(answer.apply(row.name(), column)).isEqualTo(expected));
                }));
    }

    /** What a table's row or column of that name stands for. */
    public static <T> T named(String name, Map<String, T> meanings) {
        return Optional.ofNullable(meanings.get(name))
                .orElseThrow(() -> new AssertionError("'" + name + "' is none of " + meanings.keySet()));
    }

    /** A decision in a word: its first event, {@code same} if it has none, or the reason of the rejection. */
    public static String effect(Decision<?> decision) {
        return switch (decision) {
            case Decision.Rejected<?> rejected -> rejected.rejection().reason().name();
            case Decision.Accepted<?> accepted ->
                accepted.events().isEmpty()
                        ? "same"
                        : accepted.events().getFirst().getClass().getSimpleName();
        };
    }

    /** A decision in a word: {@code yes}, or the reason of the rejection. */
    public static String verdict(Decision<?> decision) {
        return decision instanceof Decision.Accepted<?> ? "yes" : effect(decision);
    }
}
