package studio.cli.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.api.json.StudioJson;

/** The content of a command: what a file says, with what the options say put over it. */
final class Content {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final ObjectNode root;

    /** Begins with what a file says. */
    Content(Optional<JsonNode> file) {
        root = file.filter(JsonNode::isObject)
                .map(JsonNode::<ObjectNode>deepCopy)
                .orElseGet(NODES::objectNode);
    }

    /**
     * Puts a value in.
     *
     * @param texts as an option has them; several only for a field of several
     * @throws IllegalArgumentException if they are not what the field holds
     */
    void put(Field field, List<String> texts) {
        List<String> path = List.of(field.pointer().substring(1).split("/", -1));
        ObjectNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = parent.withObjectProperty(step);
        }
        parent.set(path.getLast(), value(field.type(), texts));
    }

    JsonNode json() {
        return root;
    }

    private static JsonNode value(FieldType type, List<String> texts) {
        return switch (type) {
            case TEXT -> NODES.textNode(texts.getLast());
            case NUMBER -> number(texts.getLast());
            case TRUTH -> NODES.booleanNode(Boolean.parseBoolean(texts.getLast()));
            case TEXTS -> array(texts.stream().<JsonNode>map(NODES::textNode).toList());
            case NUMBERS -> array(texts.stream().map(Content::number).toList());
            case MAP -> entries(texts, false);
            case OBJECTS ->
                array(texts.stream()
                        .<JsonNode>map(text -> entries(List.of(text.split(",", -1)), true))
                        .toList());
            case JSON -> json(texts.getLast());
        };
    }

    private static JsonNode json(String text) {
        try {
            return StudioJson.json().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ArrayNode array(List<JsonNode> values) {
        return NODES.arrayNode().addAll(values);
    }

    private static JsonNode number(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no integer");
        }
        return NODES.numberNode(Long.parseLong(text));
    }

    /** In an object, unlike in a map of texts, numbers and truths are meant as such. */
    private static ObjectNode entries(List<String> entries, boolean isTyped) {
        ObjectNode object = NODES.objectNode();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + entry + "' is not of the form name=value");
            }
            String text = entry.substring(equals + 1);
            object.set(entry.substring(0, equals), isTyped ? typed(text) : NODES.textNode(text));
        }
        return object;
    }

    private static JsonNode typed(String text) {
        if (INTEGER.matcher(text).matches()) {
            return number(text);
        }
        return switch (text) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.textNode(text);
        };
    }
}
