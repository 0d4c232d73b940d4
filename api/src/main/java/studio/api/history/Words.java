package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How values and names read in a sentence. */
final class Words {

    private static final int MAX_VALUE = 60;
    private static final int MAX_ELEMENTS = 5;

    private Words() {}

    /** The words of a name in camel case, in lower case: {@code InteriorSiteAdded} is "interior site added". */
    static String ofName(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** How a value reads; nothing if there is none. */
    static Optional<String> of(JsonNode value) {
        return Optional.of(value)
                .filter(each -> !each.isMissingNode() && !each.isNull())
                .map(each -> each.isArray() ? list(each) : each.isObject() ? object(each) : plain(each))
                .filter(text -> !text.isEmpty());
    }

    private static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        String text = value.asText();
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE - 1) + "…";
    }

    private static String list(JsonNode array) {
        List<String> elements = StreamSupport.stream(array.spliterator(), false)
                .limit(MAX_ELEMENTS)
                .flatMap(element -> of(element).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (array.size() > MAX_ELEMENTS) {
            elements.add((array.size() - MAX_ELEMENTS) + " more");
        }
        return String.join(", ", elements);
    }

    private static String object(JsonNode object) {
        if (hasFields(object, "users", "groups")) {
            return owners(object);
        }
        if (hasFields(object, "from", "to")) {
            String from = plain(object.get("from"));
            String to = plain(object.get("to"));
            return from.equals(to) ? from : from + "-" + to;
        }
        return object.properties().stream()
                .limit(MAX_ELEMENTS)
                .flatMap(field -> field(field).stream())
                .collect(Collectors.joining(", "));
    }

    private static boolean hasFields(JsonNode object, String one, String other) {
        return object.size() == 2 && object.has(one) && object.has(other);
    }

    private static String owners(JsonNode owners) {
        Stream<String> users = of(owners.get("users")).stream();
        Stream<String> groups = of(owners.get("groups")).map(names -> "group " + names).stream();
        return Stream.concat(users, groups).collect(Collectors.joining(" and "));
    }

    /** A field's name and value. */
    static Optional<String> field(Map.Entry<String, JsonNode> field) {
        return of(field.getValue()).map(value -> ofName(field.getKey()) + " " + value);
    }
}
