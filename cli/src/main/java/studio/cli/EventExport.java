package studio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import studio.api.json.StudioJson;
import studio.embedded.NodeException;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;

/**
 * A file of events as {@code /api/v1/audit} exports them: a CloudEvent on each line, with the readable content in {@code data} and
 * the record that the chain covers in {@code record}.
 */
final class EventExport implements EventSource {

    private final Path file;

    EventExport(Path file) {
        this.file = file;
    }

    @Override
    public Optional<String> firstFlaw(Function<StoredEvent, Optional<String>> check) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<String> flaw = line.isBlank() ? Optional.empty() : flaw(line, "line " + number, check);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new NodeException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> flaw(String line, String place, Function<StoredEvent, Optional<String>> check) {
        try {
            JsonNode exported = StudioJson.json().readTree(line);
            StoredEvent event = event(exported);
            Optional<String> unreadable = readable(exported, event);
            return check.apply(event).or(() -> unreadable).map(flaw -> EventSource.describe(event, place, flaw));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(place + " cannot be read: " + e.getMessage());
        }
    }

    private static StoredEvent event(JsonNode exported) {
        String schema = exported.path("dataschema").asText();
        int version = Integer.parseInt(schema.substring(schema.lastIndexOf('/') + 1));
        byte[] record = Base64.getDecoder().decode(exported.path("record").asText());
        return EventCodec.decode(exported.path("type").asText(), version, record);
    }

    /** People read {@code data}; so it must say what the record says. */
    private static Optional<String> readable(JsonNode exported, StoredEvent event) throws IOException {
        JsonNode recorded = StudioJson.json().readTree(StudioJson.json().writeValueAsString(event.event()));
        return exported.path("data").equals(recorded)
                ? Optional.empty()
                : Optional.of("its readable content is not what was recorded");
    }
}
