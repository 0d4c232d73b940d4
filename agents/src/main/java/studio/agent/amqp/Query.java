package studio.agent.amqp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.agent.router.Values;

/**
 * A question for all entities of a type. Answers are read by the names of their columns: their order is the router's affair.
 *
 * @param type       the type's long name
 * @param attributes the attributes
 */
public record Query(String type, List<String> attributes) {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    /** The types whose agent counts rows; the others answer with all of them, whatever part is asked for. */
    private static final Set<String> PAGED = Set.of(
            "io.skupper.router.router.address",
            "io.skupper.router.router.link",
            "io.skupper.router.router.config.address",
            "io.skupper.router.router.config.autoLink",
            "io.skupper.router.connection");

    /** Keeps its own copy. */
    public Query {
        attributes = List.copyOf(attributes);
    }

    /** Rows, or why there are none. */
    public sealed interface Rows {

        /**
         * All of them.
         *
         * @param rows attributes by name; what is absent is not in it
         */
        record Found(List<Map<String, Object>> rows) implements Rows {}

        /**
         * None, because of that.
         *
         * @param answer what came instead
         */
        record Missing(Answer answer) implements Rows {}
    }

    /** Asks, page by page where the router knows pages. */
    public Rows ask(RouterManagement management, Target target) {
        if (!PAGED.contains(type)) {
            return rows(management.ask(Request.query(type, attributes).at(target)));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<Request.Page> part = Optional.of(new Request.Page(page * PAGE, PAGE));
            switch (rows(management.ask(Request.query(type, attributes, part).at(target)))) {
                case Rows.Missing missing -> {
                    return missing;
                }
                case Rows.Found found -> {
                    all.addAll(found.rows());
                    if (found.rows().size() < PAGE) {
                        return new Rows.Found(List.copyOf(all));
                    }
                }
            }
        }
        return new Rows.Found(List.copyOf(all));
    }

    private Rows rows(Answer answer) {
        return switch (answer) {
            case Answer.Success success -> rows(success);
            case Answer.Refusal refusal -> new Rows.Missing(refusal);
            case Answer.NoAnswer none -> new Rows.Missing(none);
        };
    }

    private Rows rows(Answer.Success success) {
        if (success.body().get("attributeNames") instanceof List<?> columns
                && success.body().get("results") instanceof List<?> results) {
            return new Rows.Found(results.stream()
                    .filter(List.class::isInstance)
                    .map(row -> row(columns, (List<?>) row))
                    .toList());
        }
        return new Rows.Missing(new Answer.NoAnswer(Answer.Cause.MALFORMED, true, "a query without a table"));
    }

    /** One of the router's agents shows the name instead of an attribute that it does not know. */
    private Map<String, Object> row(List<?> columns, List<?> values) {
        Map<String, Object> row = new HashMap<>();
        for (int column = 0; column < Math.min(columns.size(), values.size()); column++) {
            Object value = values.get(column);
            String attribute = String.valueOf(columns.get(column));
            if (value != null && attributes.contains(attribute)) {
                row.putIfAbsent(attribute, Values.normal(value));
            }
        }
        return row;
    }
}
