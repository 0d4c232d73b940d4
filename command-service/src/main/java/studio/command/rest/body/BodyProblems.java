package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.api.problem.Problem.FieldError;

/**
 * Gathers what is wrong with a body while Jackson reads it, so that its sender hears of everything at once. A value that breaks a
 * rule reads as absent.
 */
final class BodyProblems extends DeserializationProblemHandler {

    /** A rule may quote the value, however long that is. */
    private static final int MAX_DETAIL = 500;

    private static final String OURS = "studio.";

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
        Collection<Object> fields = deserializer == null ? null : deserializer.getKnownPropertyNames();
        // Jackson shows a property that came before some known one from a buffer, which does not know where it was.
        JsonParser body = context.getParser();
        JsonPointer place = parser.equals(body)
                ? Place.ofValue(body)
                : Place.ofObjectJustRead(body).appendProperty(name);
        add(place, fields == null ? "is not known here" : "is not known here; known are " + new TreeSet<>(fields));
        parser.skipChildren();
        return true;
    }

    /** Our own rules are for people, Jackson's are for programmers. */
    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String rule) throws IOException {
        boolean ours = type.getPackageName().startsWith(OURS);
        return absent(context.getParser(), ours ? rule : mustBe(context.constructType(type)));
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, @Nullable String rule)
            throws IOException {
        return absent(parser, mustBe(type));
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String rule)
            throws IOException {
        return absent(parser, mustBe(context.constructType(type)));
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

    /** What Jackson itself gave up at. */
    void add(MismatchedInputException flaw) {
        JsonPointer place = JsonPointer.empty();
        for (Reference step : flaw.getPath()) {
            place = step.getFieldName() == null
                    ? place.appendIndex(step.getIndex())
                    : place.appendProperty(step.getFieldName());
        }
        Class<?> type = flaw.getTargetType();
        add(
                place,
                type == null
                        ? "cannot be read"
                        : mustBe(TypeFactory.defaultInstance().constructType(type)));
    }

    private static String mustBe(JavaType type) {
        return "must be " + JsonShape.of(type);
    }

    private @Nullable Object absent(JsonParser parser, String rule) throws IOException {
        add(parser, rule);
        parser.skipChildren();
        return null;
    }

    private void add(JsonParser parser, String detail) {
        add(Place.ofValue(parser), detail);
    }

    private void add(JsonPointer place, String detail) {
        errors.add(new FieldError(place.toString(), detail.substring(0, Math.min(MAX_DETAIL, detail.length()))));
    }
}
