package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps; {@code sentences.properties} says how it is written.
 *
 * @param text the text
 */
record Template(String text) {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)]");

    /** A field; after a question mark the words for yes and no, after a colon the word for none. */
    private static final Pattern GAP =
            Pattern.compile("\\{(?<field>[^}?:]+)(\\?(?<yes>[^|}]*)\\|(?<no>[^}]*)|:(?<none>[^}]*))?}");

    /** How an absent field reads that has no word for it and is in no brackets. */
    private static final String UNKNOWN = "unknown";

    /** The sentence about that event. */
    String fill(Told told) {
        String chosen = BRACKETS.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), told) ? part.group(1) : ""));
        return GAP.matcher(chosen)
                .replaceAll(gap -> Matcher.quoteReplacement(value(gap, told).orElse(UNKNOWN)));
    }

    private static boolean isComplete(String part, Told told) {
        return GAP.matcher(part).results().allMatch(gap -> value(gap, told).isPresent());
    }

    private static Optional<String> value(MatchResult gap, Told told) {
        if (gap.group("yes") != null) {
            return Optional.of(gap.group(field(gap, told).asBoolean() ? "yes" : "no"));
        }
        Optional<String> value = switch (gap.group("field")) {
            case "actor" -> Optional.of(told.actor());
            case "name" -> Optional.of(told.subject().name());
            case "stream" -> Optional.of(told.stream().name().value());
            default -> Words.of(field(gap, told));
        };
        return value.or(() -> Optional.ofNullable(gap.group("none")));
    }

    private static JsonNode field(MatchResult gap, Told told) {
        JsonNode node = told.data();
        for (String step : gap.group("field").split("\\.", -1)) {
            node = node.has(step) ? node.get(step) : MissingNode.getInstance();
        }
        return node;
    }
}
