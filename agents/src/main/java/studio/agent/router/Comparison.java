package studio.agent.router;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What attributes look like when they are compared: with what the router fills in, and in the one way that counts as the same. */
final class Comparison {

    private Comparison() {}

    static Optional<Object> of(EntityType type, Column column, Map<String, Object> values) {
        return Optional.ofNullable(values.get(column.name()))
                .filter(value -> !value.equals("") || column.unsaid().isPresent())
                .map(value -> normal(type, column, value))
                .or(column::unsaid);
    }

    private static Object normal(EntityType type, Column column, Object value) {
        if (type == EntityType.VHOST && column.name().equals("groups") && value instanceof Map<?, ?> groups) {
            return groups(groups);
        }
        boolean number = column.unsaid().filter(Long.class::isInstance).isPresent();
        return number ? Values.number(value).<Object>map(found -> found).orElse(value) : text(column, value);
    }

    /** A port is given as a number or a text and shown as a text. */
    private static Object text(Column column, Object value) {
        return column.unsaid().filter(Boolean.class::isInstance).isPresent() ? value : value.toString();
    }

    private static Map<String, Object> groups(Map<?, ?> groups) {
        Map<String, Object> normal = new TreeMap<>();
        groups.forEach((name, group) -> {
            if (group instanceof Map<?, ?> settings) {
                normal.put(String.valueOf(name), VhostGroup.comparable(Values.normalMap(settings)));
            }
        });
        return normal;
    }
}
