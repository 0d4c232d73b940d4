package studio.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.api.json.StudioJson;

class JsonDiffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}                 | {"a": 1}                 | ``
            {"a": 1}                 | {"a": 2}                 | /a 1 2
            {"a": 1}                 | {}                       | /a 1 -
            {}                       | {"a": null}              | /a - null
            {"a": {"b": 1, "c": 2}}  | {"a": {"b": 1, "c": 3}}  | /a/c 2 3
            {"a": {"b": 1}}          | {"a": "x"}               | /a {"b":1} "x"
            {"a": ["x", "y"]}        | {"a": ["x"]}             | /a ["x","y"] ["x"]
            {"a/b": 1, "c~d": 1}     | {}                       | /a~1b 1 -; /c~0d 1 -
            """)
    void shouldNameEachFieldThatDiffers(String before, String after, String expected) throws JsonProcessingException {
        assertThat(String.join(
                        "; ",
                        JsonDiff.between(json(before), json(after)).stream()
                                .map(JsonDiffTest::text)
                                .toList()))
                .isEqualTo(expected);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return StudioJson.json().readTree(text);
    }

    private static String text(JsonDiff.FieldChange change) {
        return change.pointer() + " " + change.before().map(JsonNode::toString).orElse("-") + " "
                + change.after().map(JsonNode::toString).orElse("-");
    }
}
