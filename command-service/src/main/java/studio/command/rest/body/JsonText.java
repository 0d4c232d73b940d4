package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import studio.api.json.StudioJson;

/** JSON that travels as text within a record of the log. */
public final class JsonText {

    private JsonText() {}

    /**
     * The JSON.
     *
     * @throws IllegalStateException if it is none, although we wrote it
     */
    public static JsonNode parse(String text) {
        try {
            return StudioJson.json().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome has JSON that is none", e);
        }
    }
}
