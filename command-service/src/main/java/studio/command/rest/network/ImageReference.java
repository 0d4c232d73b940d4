package studio.command.rest.network;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Name;
import studio.domain.library.VersionName;

/**
 * A version of an image by name. In JSON {@code publisher/image@version}, or an object of the three.
 *
 * @param publisher whose library it is in
 * @param image     the image
 * @param version   the version
 */
@JsonDeserialize(using = ImageReference.Reader.class)
record ImageReference(
        @NotNull Name publisher,
        @NotNull Name image,
        @NotNull VersionName version) {

    private static final String RULE = "must be publisher/image@version, such as acme/web@1.4.2";
    private static final Pattern TEXT = Pattern.compile("(?<publisher>" + Name.PATTERN + ")/(?<image>" + Name.PATTERN
            + ")@(?<version>" + VersionName.PATTERN + ")");

    @Override
    public String toString() {
        return publisher + "/" + image + "@" + version;
    }

    @Schema(name = "ImageParts", description = "A version of an image.")
    record Parts(
            @Schema(description = "Whose library it is in.", examples = "acme")
            Name publisher,

            @Schema(description = "The image.", examples = "web")
            Name image,

            @Schema(description = "The version.", examples = "1.4.2")
            VersionName version) {}

    static final class Reader extends JsonDeserializer<ImageReference> {

        @Override
        public @Nullable ImageReference deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasToken(JsonToken.START_OBJECT)) {
                Parts parts = context.readValue(parser, Parts.class);
                return new ImageReference(parts.publisher(), parts.image(), parts.version());
            }
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (ImageReference) context.handleUnexpectedToken(ImageReference.class, parser);
            }
            Matcher text = TEXT.matcher(parser.getText());
            return text.matches()
                    ? new ImageReference(
                            Name.of(text.group("publisher")),
                            Name.of(text.group("image")),
                            VersionName.of(text.group("version")))
                    : (ImageReference)
                            context.handleWeirdStringValue(ImageReference.class, parser.getText(), "%s", RULE);
        }
    }
}
