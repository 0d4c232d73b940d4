package studio.standin.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One type of entity: its attributes in the router's order and what may be done with it. */
record EntityType(String shortName, List<String> operations, Map<String, AttributeType> attributes) {

    static final String PREFIX = "io.skupper.router.";

    String name() {
        return PREFIX + shortName;
    }

    void allow(String operation) throws ManagementException {
        if (!operations.contains(operation)) {
            throw new ManagementException(
                    ManagementException.NOT_IMPLEMENTED,
                    "Operation '" + operation + "' not implemented for '" + name() + "' "
                            + operations.stream().map(each -> "'" + each + "'").toList());
        }
    }

    AttributeType attribute(String attribute) throws ManagementException {
        return Optional.ofNullable(attributes.get(attribute))
                .orElseThrow(
                        () -> ManagementException.bad("Unknown attribute '" + attribute + "' for '" + name() + "'"));
    }

    /** Reads what a client gave for a new entity; what it left out gets its default. */
    Map<String, Object> create(Map<String, Object> given) throws ManagementException {
        for (String attribute : given.keySet()) {
            AttributeType type = attribute(attribute);
            if (!type.creatable()) {
                throw ManagementException.bad("Cannot set attribute '" + attribute + "' in CREATE");
            }
        }
        return complete(given);
    }

    /** Reads what a configuration file gave, where also what is not creatable later may stand. */
    Map<String, Object> complete(Map<String, Object> given) throws ManagementException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String attribute : given.keySet()) {
            attribute(attribute);
        }
        for (AttributeType type : attributes.values()) {
            Optional<Object> value = Optional.ofNullable(given.get(type.name()));
            if (value.isPresent()) {
                values.put(type.name(), type.read(name(), value.get()));
            } else {
                type.otherwise().ifPresent(other -> values.put(type.name(), other));
            }
        }
        for (AttributeType type : attributes.values()) {
            if (type.required() && !values.containsKey(type.name())) {
                throw ManagementException.bad(name() + ": Missing required attribute '" + type.name() + "'");
            }
        }
        return values;
    }

    /** Reads what a client gave for an entity that is there; unchanged values may always be given. */
    Map<String, Object> update(Map<String, Object> given, Map<String, Object> present) throws ManagementException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            AttributeType type = attribute(entry.getKey());
            Object value = type.read(name(), entry.getValue());
            if (!type.updatable() && !value.equals(present.get(type.name()))) {
                throw ManagementException.bad("Cannot update attribute '" + type.name() + "' in UPDATE");
            }
            values.put(type.name(), value);
        }
        return values;
    }

    /** The names of its attributes, in order. */
    List<String> columns() {
        return new ArrayList<>(attributes.keySet());
    }
}
