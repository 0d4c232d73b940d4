package studio.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A command to give.
 *
 * @param method  of HTTP
 * @param path    below {@code /api/v1/}, its segments encoded
 * @param query   further parameters
 * @param body    its content, if it has any
 * @param ifMatch the revision that it is based on, if that matters
 * @param key     the command's id; if absent, a new one
 */
public record Write(
        String method,
        String path,
        Map<String, String> query,
        Optional<JsonNode> body,
        Optional<String> ifMatch,
        Optional<String> key) {

    /** Copies what is mutable. */
    public Write {
        query = Map.copyOf(query);
    }

    /** One without anything that is optional. */
    public static Write of(String method, String path, Optional<JsonNode> body) {
        return new Write(method, path, Map.of(), body, Optional.empty(), Optional.empty());
    }
}
