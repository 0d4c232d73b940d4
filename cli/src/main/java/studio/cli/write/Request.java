package studio.cli.write;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.api.json.StudioJson;

/**
 * What an action of the REST interface takes, as its OpenAPI document says.
 *
 * @param summary     what it does, in a line
 * @param description more about it
 * @param query       its query parameters and what they are for
 * @param fields      what its content consists of; empty if it has none
 */
public record Request(String summary, Optional<String> description, Map<String, String> query, List<Field> fields) {

    /** The file in which they all are, made from the OpenAPI document by {@code RequestsTest}. */
    static final String FILE = "requests.json";

    /** Copies what is mutable, and keeps the order. */
    public Request {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        fields = List.copyOf(fields);
    }

    /** All, by {@link Action#operation}. */
    public static Map<String, Request> all() {
        try (InputStream file = Objects.requireNonNull(Request.class.getResourceAsStream(FILE))) {
            return StudioJson.json().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
