package studio.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.api.json.StudioJson;

class ContentTest {

    @Test
    void shouldPutOptionsOverWhatTheFileSays() throws JsonProcessingException {
        // Given
        JsonNode file =
                json("{\"name\": \"shop\", \"schedule\": {\"startTime\": \"2030-01-01T00:00:00Z\"}, \"replicas\": 1}");
        Content content = new Content(Optional.of(file));

        // When
        content.put(field("/replicas", FieldType.NUMBER), List.of("3"));
        content.put(field("/schedule/deleteDelay", FieldType.TEXT), List.of("P1D"));

        // Then
        assertThat(json(content.json().toString()))
                .isEqualTo(json("{\"name\": \"shop\", \"schedule\": {\"startTime\": \"2030-01-01T00:00:00Z\","
                        + " \"deleteDelay\": \"P1D\"}, \"replicas\": 3}"));
        assertThat(file.path("replicas").asInt()).isEqualTo(1);
    }

    @Test
    void shouldReadEntriesAndObjects() throws JsonProcessingException {
        // Given
        Content content = new Content(Optional.empty());

        // When
        content.put(field("/env", FieldType.MAP), List.of("PORT=80", "MODE=a=b"));
        content.put(
                field("/members", FieldType.OBJECTS), List.of("endpoint=api,role=offers", "endpoint=web,priority=2"));
        content.put(field("/ports", FieldType.NUMBERS), List.of("80", "443"));
        content.put(field("/isOn", FieldType.TRUTH), List.of("true"));

        // Then
        assertThat(json(content.json().toString())).isEqualTo(json("""
            {"env": {"PORT": "80", "MODE": "a=b"},
             "members": [{"endpoint": "api", "role": "offers"}, {"endpoint": "web", "priority": 2}],
             "ports": [80, 443], "isOn": true}\
            """));
    }

    @Test
    void shouldTakeWhatHasPartsOfAnyFormAsJson() throws JsonProcessingException {
        // Given
        Content content = new Content(Optional.empty());

        // When
        content.put(
                field("/commands", FieldType.JSON), List.of("[{\"command\": \"remove-endpoint\", \"name\": \"web\"}]"));

        // Then
        assertThat(json(content.json().toString()))
                .isEqualTo(json("{\"commands\": [{\"command\": \"remove-endpoint\", \"name\": \"web\"}]}"));
        assertThatThrownBy(() -> content.put(field("/commands", FieldType.JSON), List.of("[")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is no JSON: ");
    }

    @Test
    void shouldSayWhatIsNoInteger() {
        assertThatThrownBy(() -> new Content(Optional.empty()).put(field("/cost", FieldType.NUMBER), List.of("cheap")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'cheap' is no integer");
    }

    @Test
    void shouldSayWhatIsNoEntry() {
        assertThatThrownBy(() -> new Content(Optional.empty()).put(field("/env", FieldType.MAP), List.of("PORT")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'PORT' is not of the form name=value");
    }

    private static Field field(String pointer, FieldType type) {
        return new Field(pointer, type, false, Optional.empty(), List.of());
    }

    /** Numbers as the wire has them: an int and a long of the same value are one. */
    private static JsonNode json(String text) throws JsonProcessingException {
        return StudioJson.json().readTree(text);
    }
}
