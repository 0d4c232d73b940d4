package studio.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenAPI document: what routes there are, and what can be sent there. */
final class ApiDescription {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int DEPTH = 8;

    /** Collections of streams, each with one of what is in them. */
    private static final Map<String, String> COLLECTIONS =
            Map.of("networks", "sites", "backbones", "sites", "users", "tokens", "libraries", "images");

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** The document in that file. */
    static ApiDescription read(Path file) {
        try {
            return new ApiDescription(YAML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One method of one route.
     *
     * @param method    the HTTP method
     * @param path      the path, with its parameters in braces
     * @param query     what is required after the path
     * @param body      a body that has the described shape; nothing if none is taken
     * @param anonymous whether anybody may ask
     */
    record Route(String method, String path, String query, Optional<JsonNode> body, boolean anonymous) {

        boolean reads() {
            return method.equals("GET");
        }

        /** Whether its path begins like that, after the interface's. */
        boolean isBelow(String prefix) {
            return path.startsWith("/api/v1" + prefix);
        }

        /** Whether it is about somebody's object, which its path names. */
        boolean names() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All routes. */
    List<Route> routes() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .flatMap(operation -> expanded(path.getKey())
                                .map(each -> route(each, operation.getKey(), operation.getValue()))))
                .toList();
    }

    /** What history says of whatever can be named is one route for all of it. */
    private static Stream<String> expanded(String path) {
        return path.contains("{collection}")
                ? COLLECTIONS.entrySet().stream()
                        .map(collection -> path.replace("{collection}", collection.getKey())
                                .replace("{part}", collection.getValue()))
                : Stream.of(path);
    }

    private Route route(String path, String method, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        Optional<JsonNode> body = content.isEmpty()
                ? Optional.empty()
                : Optional.of(example(content.elements().next().path("schema"), 0));
        boolean anonymous =
                operation.has("security") && operation.path("security").isEmpty();
        return new Route(method.toUpperCase(Locale.ROOT), path, query(operation), body, anonymous);
    }

    private String query(JsonNode operation) {
        List<String> parameters = operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText() + "="
                        + given(parameter)
                                .orElseGet(() -> example(parameter.path("schema"), 0))
                                .asText())
                .toList();
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** A value of that shape: the example that is given, or all that is required. */
    private JsonNode example(JsonNode described, int depth) {
        if (depth > DEPTH) {
            return YAML.nullNode();
        }
        JsonNode schema = resolved(described);
        return given(described)
                .or(() -> given(schema))
                .or(() -> Stream.of("oneOf", "anyOf", "allOf")
                        .map(schema::path)
                        .filter(choices -> !choices.isEmpty())
                        .map(choices -> example(choices.path(0), depth + 1))
                        .findFirst())
                .orElseGet(() -> made(schema, depth));
    }

    private static Optional<JsonNode> given(JsonNode schema) {
        return Stream.of(
                        schema.path("examples").path(0),
                        schema.path("example"),
                        schema.path("enum").path(0))
                .filter(value -> !value.isMissingNode())
                .findFirst();
    }

    private JsonNode made(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                YAML.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> YAML.getNodeFactory().booleanNode(true);
            default -> YAML.getNodeFactory().textNode("text");
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = YAML.createObjectNode();
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        schema.path("properties")
                .propertyStream()
                .filter(property -> required.contains(property.getKey())
                        || property.getValue().path("minItems").asInt(0) > 0)
                .forEach(property -> object.set(property.getKey(), example(property.getValue(), depth + 1)));
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = YAML.createArrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
            array.add(example(schema.path("items"), depth + 1));
        }
        return array;
    }
}
