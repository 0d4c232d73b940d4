package studio.cli.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;

/** The command line knows what the REST interface takes from its OpenAPI document. */
class RequestsTest {

    private static final Path DOCUMENT = Path.of("../docs/reference/openapi.yaml");
    private static final Path REQUESTS = Path.of("src/main/resources/studio/cli/write/" + Request.FILE);
    private static final String API = "/api/v1/";

    /** Signing in and out and a console's link have commands of their own; agents claim. */
    private static final Set<String> NO_ACTIONS = Set.of(
            "POST sign-in",
            "POST sign-out",
            "POST networks/{}/home/console-token",
            "POST networks/{}/invitations/{}/claims",
            "POST backbones/{}/sites/{}/claims");

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    RequestsTest() throws IOException {
        document = new YAMLMapper().readTree(DOCUMENT.toFile());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation ->
                                Set.of("post", "put", "patch", "delete").contains(operation.getKey()))
                        .filter(operation -> path.getKey().startsWith(API))
                        .forEach(operation -> operations.put(
                                Action.operation(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey().substring(API.length())),
                                operation.getValue())));
    }

    @Test
    void shouldHaveACommandForWhateverCanBeChanged() {
        // Given
        Set<String> expected = new TreeSet<>(operations.keySet());
        expected.removeAll(NO_ACTIONS);

        // When
        Set<String> commands = new TreeSet<>();
        Actions.all().forEach(action -> commands.add(action.operation()));

        // Then
        assertThat(commands).isEqualTo(expected);
    }

    @Test
    void shouldKnowWhatTheInterfaceTakes() throws IOException {
        // When
        Map<String, Request> requests = new TreeMap<>();
        Actions.all().forEach(action -> requests.put(action.operation(), request(operation(action))));
        String expected = StudioJson.json().writerWithDefaultPrettyPrinter().writeValueAsString(requests) + "\n";

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.createDirectories(REQUESTS.getParent());
            Files.writeString(REQUESTS, expected);
        }
        assertThat(REQUESTS)
                .as("is stale; rewrite it with -Dstudio.rewrite=true")
                .hasContent(expected);
    }

    @Test
    void shouldGiveEachFieldAnOptionOfItsOwn() {
        Actions.all().forEach(action -> {
            List<String> options = Objects.requireNonNull(Request.all().get(action.operation())).fields().stream()
                    .map(ActionCommand::optionName)
                    .toList();
            assertThat(new HashSet<>(options)).as(action.operation()).hasSameSizeAs(options);
        });
    }

    private JsonNode operation(Action action) {
        return Objects.requireNonNull(operations.get(action.operation()), action.operation());
    }

    private Request request(JsonNode operation) {
        Map<String, String> query = new TreeMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !name.equals("dryRun")) {
                query.put(name, parameter.path("description").asText());
            }
        }
        List<Field> fields = new ArrayList<>();
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        if (content.has("schema")) {
            collect(content.path("schema"), new Place("", "", true), fields);
        }
        return new Request(
                operation.path("summary").asText(),
                Optional.of(operation.path("description").asText()).filter(text -> !text.isEmpty()),
                query,
                fields);
    }

    /**
     * Where an object stands.
     *
     * @param pointer     its place in the content
     * @param description what it is, for fields that don't say it themselves
     * @param required    whether it has to be there
     */
    private record Place(String pointer, String description, boolean required) {

        Place of(String property, JsonNode schema, boolean isNeeded) {
            String own = schema.path("description").asText();
            return new Place(pointer + "/" + property, own.isEmpty() ? description : own, required && isNeeded);
        }
    }

    /** Adds the fields of an object, those of objects in it too. */
    private void collect(JsonNode schema, Place place, List<Field> fields) {
        JsonNode object = resolve(schema);
        Set<String> needed = new HashSet<>();
        object.path("required").forEach(name -> needed.add(name.asText()));
        object.path("properties").properties().forEach(property -> {
            Place part = place.of(property.getKey(), property.getValue(), needed.contains(property.getKey()));
            JsonNode value = resolve(property.getValue());
            if (mayBeText(property.getValue())) {
                fields.add(new Field(
                        part.pointer(), FieldType.TEXT, part.required(), Optional.of(part.description()), List.of()));
            } else if (value.has("properties")) {
                collect(value, part, fields);
            } else {
                fields.add(field(part, value));
            }
        });
    }

    /** What may be written as one text or as an object is written as text. */
    private static boolean mayBeText(JsonNode schema) {
        return schema.path("oneOf")
                .valueStream()
                .anyMatch(choice -> choice.path("type").asText().equals("string"));
    }

    private Field field(Place place, JsonNode value) {
        List<String> values = new ArrayList<>();
        JsonNode choice = value.has("items") ? resolve(value.path("items")) : value;
        choice.path("enum").forEach(word -> values.add(word.asText()));
        return new Field(
                place.pointer(),
                type(value),
                place.required(),
                Optional.of(place.description()).filter(text -> !text.isEmpty()),
                values);
    }

    private FieldType type(JsonNode value) {
        String word = value.path("type").isArray()
                ? value.path("type").path(0).asText()
                : value.path("type").asText();
        return switch (word) {
            case "integer", "number" -> FieldType.NUMBER;
            case "boolean" -> FieldType.TRUTH;
            case "object" -> FieldType.MAP;
            case "array" -> {
                JsonNode items = resolve(value.path("items"));
                yield items.has("properties")
                        ? isOpen(items) ? FieldType.JSON : FieldType.OBJECTS
                        : items.path("type").asText().equals("integer") ? FieldType.NUMBERS : FieldType.TEXTS;
            }
            default -> FieldType.TEXT;
        };
    }

    /** Says whether some of its parts may have any form, which no option can write. */
    private static boolean isOpen(JsonNode object) {
        return object.path("properties")
                .valueStream()
                .anyMatch(part -> Stream.of("type", "$ref", "anyOf", "oneOf").noneMatch(part::has));
    }

    /** Follows a reference, and looks through "or nothing at all". */
    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (JsonNode choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return resolve(choice);
            }
        }
        return schema;
    }
}
