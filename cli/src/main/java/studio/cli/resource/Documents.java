package studio.cli.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.api.json.StudioJson;

/** Objects as text that programs read: JSON and YAML. */
public final class Documents {

    private static final String STANDARD_INPUT = "-";

    private Documents() {}

    /** As indented JSON. */
    public static String json(JsonNode document) {
        try {
            return StudioJson.json().writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As YAML, without the marker of a document's begin. */
    public static String yaml(JsonNode document) {
        try {
            return yaml().writeValueAsString(document).stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads YAML or JSON, which is YAML too.
     *
     * @param file a path, or {@code -} for what comes on standard input
     */
    public static JsonNode read(String file) {
        try (InputStream input = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
            return yaml().readTree(input);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static ObjectMapper yaml() {
        return new YAMLMapper(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build());
    }
}
