package studio.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private DecisionTable(List<List<String>> lines) {
        columns = tail(lines.getFirst());
        for (List<String> line : lines.subList(1, lines.size())) {
            assertThat(tail(line)).as(line.getFirst()).hasSameSizeAs(columns);
            rows.put(line.getFirst(), tail(line));
        }
    }

    /** The table of that text. */
    public static DecisionTable of(String text) {
        return new DecisionTable(text.lines().map(DecisionTable::cells).toList());
    }

    /** The first cell of each row. */
    public List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    /** One test for each cell: {@code answer} gets the row and the column. */
    public Stream<DynamicTest> tests(BiFunction<String, String, String> answer) {
        return rows().stream()
                .flatMap(row -> IntStream.range(0, columns.size()).mapToObj(i -> {
                    String column = columns.get(i);
                    String expected = rows.get(row).get(i);
                    return DynamicTest.dynamicTest(
                            row + " / " + column + ": " + expected,
                            () -> assertThat(answer.apply(row, column)).isEqualTo(expected));
                }));
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

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::trim).toList();
    }

    private static List<String> tail(List<String> cells) {
        return cells.subList(1, cells.size());
    }
}
