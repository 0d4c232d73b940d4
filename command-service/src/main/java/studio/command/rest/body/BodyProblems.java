package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.api.problem.Problem.FieldError;

/**
 * Gathers what is wrong with a body while Jackson reads it, so that its sender hears of everything at once. A value that breaks a
 * rule reads as absent.
 */
final class BodyProblems extends DeserializationProblemHandler {

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    boolean concern(String pointer) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer));
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable JsonDeserializer<?> deserializer,
            Object target,
            String name)
            throws IOException {
        Collection<Object> known = deserializer == null ? List.of() : deserializer.getKnownPropertyNames();
        add(parser, known == null ? "is not known here" : "is not known here; known are " + known);
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String rule) throws IOException {
        return absent(context.getParser(), rule);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String rule) throws IOException {
        return absent(context.getParser(), rule);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, @Nullable String rule)
            throws IOException {
        return absent(parser, "must be " + JsonShape.of(type));
    }

    /** A record whose parts break a rule together; or whose parts are absent for a reason that is known already. */
    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable thrown) {
        if (errors.isEmpty()) {
            add(context.getParser(), String.valueOf(thrown.getMessage()));
        }
        return null;
    }

    private @Nullable Object absent(JsonParser parser, String rule) throws IOException {
        add(parser, rule);
        parser.skipChildren();
        return null;
    }

    private void add(JsonParser parser, String detail) {
        errors.add(new FieldError(parser.getParsingContext().pathAsPointer().toString(), detail));
    }
}
