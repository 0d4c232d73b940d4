package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text that may be absent shall be from now on. In JSON a text, or {@code null} to take it away; a field that is not there
 * at all is neither, and reads as null.
 *
 * @param text the text, if there shall be one
 */
@JsonDeserialize(using = Replacement.Reader.class)
public record Replacement(Optional<String> text) {

    static final class Reader extends JsonDeserializer<Replacement> {

        @Override
        public Replacement deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Replacement(Optional.ofNullable(context.readValue(parser, String.class)));
        }

        @Override
        public Replacement getNullValue(DeserializationContext context) {
            return new Replacement(Optional.empty());
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
