package studio.home.http;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.Set;
import studio.api.json.Word;
import studio.home.view.FlowView;

/** Reads which flows are asked for. */
final class FlowQuery {

    private static final int USUAL_LIMIT = 200;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_CHARACTERS = 200;
    private static final Set<String> KNOWN = Set.of("site", "service", "state", "limit");

    private FlowQuery() {}

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException if it breaks a rule; the message names parameter and rule
     */
    static FlowView.Wanted read(MultiMap parameters) {
        for (String name : parameters.names()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("there is no parameter " + name + ", only " + KNOWN);
            }
        }
        return new FlowView.Wanted(
                text(parameters, "site"), text(parameters, "service"), state(parameters), limit(parameters));
    }

    private static Optional<String> text(MultiMap parameters, String name) {
        Optional<String> text = Optional.ofNullable(parameters.get(name)).filter(given -> !given.isEmpty());
        if (text.filter(given -> given.length() > MAX_CHARACTERS).isPresent()) {
            throw new IllegalArgumentException(name + " may have at most " + MAX_CHARACTERS + " characters");
        }
        return text;
    }

    private static Optional<FlowView.State> state(MultiMap parameters) {
        return text(parameters, "state").map(word -> {
            try {
                return Word.parse(FlowView.State.class, word);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("state " + e.getMessage(), e);
            }
        });
    }

    private static int limit(MultiMap parameters) {
        return text(parameters, "limit")
                .map(given -> {
                    if (!given.matches("[0-9]{1,4}")
                            || Integer.parseInt(given) < 1
                            || Integer.parseInt(given) > MAX_LIMIT) {
                        throw new IllegalArgumentException("limit must be a number from 1 to " + MAX_LIMIT);
                    }
                    return Integer.parseInt(given);
                })
                .orElse(USUAL_LIMIT);
    }
}
