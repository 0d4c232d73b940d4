package studio.projection.rest.history;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.json.Word;
import studio.projection.history.HistoryQueries.Order;
import studio.projection.rest.Paging;

/** In which order history is wanted. */
public class HistoryParameters {

    @RestQuery
    @Parameter(
            description = "Which event comes first.",
            schema =
                    @Schema(
                            enumeration = {"newest", "oldest"},
                            defaultValue = "newest"))
    Optional<String> order = Optional.empty();

    Order order() {
        try {
            return order.map(word -> Word.parse(Order.class, word)).orElse(Order.NEWEST);
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid("order", String.valueOf(rule.getMessage()));
        }
    }
}
