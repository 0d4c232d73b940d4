package studio.agent.router;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One way of writing each value that a router has several for: numbers of any width, symbols and strings, ports as either. */
public final class Values {

    private Values() {}

    /** A value as it is compared: numbers are longs, texts strings, maps sorted, lists copied. */
    public static Object normal(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.longValue();
            case Map<?, ?> map -> normalMap(map);
            case Collection<?> list ->
                list.stream().filter(each -> each != null).map(Values::normal).toList();
            case Object other -> other.toString();
        };
    }

    /** The same map with values as they are compared; what is null is absent. */
    public static Map<String, Object> normalMap(Map<?, ?> map) {
        Map<String, Object> normal = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                normal.put(String.valueOf(key), normal(value));
            }
        });
        return normal;
    }

    /** A number that is a number or the text of one. */
    static Optional<Long> number(Object value) {
        return switch (value) {
            case Number number -> Optional.of(number.longValue());
            case String text when text.matches("-?[0-9]{1,18}") -> Optional.of(Long.parseLong(text));
            case Object other -> Optional.empty();
        };
    }

    /** A list that a router keeps as text, whatever its order and spaces. */
    static String list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
