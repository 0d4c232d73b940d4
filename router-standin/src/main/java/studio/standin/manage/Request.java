package studio.standin.manage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client asks. */
record Request(Map<String, Object> properties, Optional<Object> body) {

    Optional<String> text(String property) {
        return Optional.ofNullable(properties.get(property)).map(Object::toString);
    }

    /** The body's entries with text keys; refused as the router's agent does if it is no map. */
    Map<String, Object> map() throws ManagementException {
        if (body.isEmpty()) {
            throw new ManagementException(
                    ManagementException.INTERNAL, "AttributeError: 'NoneType' object has no attribute 'get'");
        }
        if (!(body.get() instanceof Map<?, ?> entries)) {
            throw new ManagementException(
                    ManagementException.INTERNAL, "AttributeError: 'str' object has no attribute 'setdefault'");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> Optional.ofNullable(value).ifPresent(present -> map.put(String.valueOf(key), present)));
        return map;
    }

    /** The attributes that a QUERY names; empty: all. */
    List<String> attributeNames() throws ManagementException {
        return map().get("attributeNames") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : Stream.<String>empty().toList();
    }

    int number(String property, int otherwise) {
        return properties.get(property) instanceof Number number ? number.intValue() : otherwise;
    }
}
