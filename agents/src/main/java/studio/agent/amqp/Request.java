package studio.agent.amqp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked of a router's management.
 *
 * @param target     which router
 * @param properties what is asked: operation, type, name
 * @param body       its arguments
 */
public record Request(Target target, Map<String, Object> properties, Map<String, Object> body) {

    private static final String OPERATION = "operation";
    private static final String TYPE = "type";

    /** Keeps its own copies. */
    public Request {
        properties = Map.copyOf(properties);
        body = Map.copyOf(body);
    }

    /** Makes an entity. */
    public static Request create(String type, String name, Map<String, Object> values) {
        return ofEntity("CREATE", type, name, values);
    }

    /** Shows an entity. */
    public static Request read(String type, String name) {
        return ofEntity("READ", type, name, Map.of());
    }

    /** Changes an entity. */
    public static Request update(String type, String name, Map<String, Object> values) {
        return ofEntity("UPDATE", type, name, values);
    }

    /** Removes an entity. */
    public static Request delete(String type, String name) {
        return ofEntity("DELETE", type, name, Map.of());
    }

    private static Request ofEntity(String operation, String type, String name, Map<String, Object> body) {
        return new Request(Target.LOCAL, Map.of(OPERATION, operation, TYPE, type, "name", name), body);
    }

    /** Shows these attributes of all entities of a type. */
    public static Request query(String type, List<String> attributes) {
        return query(type, attributes, Optional.empty());
    }

    /** Shows these attributes of entities of a type; some of the router's types take no notice of the page. */
    static Request query(String type, List<String> attributes, Optional<Page> page) {
        Map<String, Object> properties = new TreeMap<>(Map.of(OPERATION, "QUERY", "entityType", type));
        page.ifPresent(part -> properties.putAll(Map.of("offset", part.offset(), "count", part.count())));
        return new Request(Target.LOCAL, properties, Map.of("attributeNames", List.copyOf(attributes)));
    }

    /** The same asked of another router. */
    public Request at(Target other) {
        return new Request(other, properties, body);
    }

    /**
     * A part of the rows.
     *
     * @param offset how many come before it
     * @param count  how many it has at most
     */
    record Page(int offset, int count) {}

    @Override
    public String toString() {
        return properties + " at " + target.address();
    }
}
