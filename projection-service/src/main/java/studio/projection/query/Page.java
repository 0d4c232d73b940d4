package studio.projection.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows in order, and where the next page begins.
 *
 * @param rows the rows
 * @param next where the next page begins, if there is one
 * @param <R>  what a row is
 */
public record Page<R>(List<R> rows, Optional<Cursor> next) {

    /** The page of at most {@code limit} of the rows, of which one more was asked for. */
    public static <R> Page<R> of(List<R> found, int limit, Function<R, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<R> rows = found.subList(0, limit);
        return new Page<>(rows, Optional.of(cursor.apply(rows.getLast())));
    }

    /** The same page of something made of each row. */
    public <T> Page<T> map(Function<? super R, T> made) {
        return new Page<>(rows.stream().map(made).toList(), next);
    }

    /**
     * What page is wanted.
     *
     * @param limit the most rows
     * @param after where it begins; at the first row if absent
     */
    public record Wanted(int limit, Optional<Cursor> after) {}
}
