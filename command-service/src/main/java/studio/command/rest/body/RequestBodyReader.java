package studio.command.rest.body;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.api.json.StudioJson;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;
import studio.domain.backbone.PortRange;
import studio.identity.limit.LimitsConfig;
import studio.identity.problem.Pointers;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;

/**
 * Reads request records. What a resource gets is valid: the values were parsed into domain types, and Bean Validation has checked
 * the rest. Otherwise the request ends with all flaws named.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RequestBodyReader implements MessageBodyReader<Record> {

    private static final ObjectReader READER = strict(StudioJson.configure(new ObjectMapper()));

    private static final String WHOLE_BODY = "";

    private final Validator validator;
    private final int maxBytes;

    @Inject
    RequestBodyReader(Validator validator, LimitsConfig limits) {
        this(validator, limits.bodyBytes());
    }

    RequestBodyReader(Validator validator, int maxBytes) {
        this.validator = validator;
        this.maxBytes = maxBytes;
    }

    private static ObjectReader strict(ObjectMapper mapper) {
        JsonSetter.Value emptyIfAbsent = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP);
        mapper.registerModule(new SimpleModule().addDeserializer(PortRange.class, new PortsReader()));
        List.of(Set.class, List.class, Map.class)
                .forEach(many -> mapper.configOverride(many).setSetterInfo(emptyIfAbsent));
        return mapper.reader()
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // 1.9 links are not one link.
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        BodyProblems problems = new BodyProblems();
        Record request = parse(type, whole(body), problems);
        List<FieldError> errors = new ArrayList<>(problems.errors());
        if (request != null) {
            validator.validate(request).stream()
                    .map(violation ->
                            new FieldError(Pointers.field(violation.getPropertyPath()), violation.getMessage()))
                    .filter(error -> !problems.concern(error.pointer()))
                    .forEach(errors::add);
        }
        if (request == null && (errors.isEmpty() || problems.concern(WHOLE_BODY))) {
            throw ProblemException.of(ProblemType.UNREADABLE_BODY, "the body must be a JSON object");
        }
        if (request == null || !errors.isEmpty()) {
            throw ProblemException.of(Problems.validationFailed(errors));
        }
        return request;
    }

    /** What announced its length was checked before; what did not is checked here. */
    private byte[] whole(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw ProblemException.of(ProblemType.BODY_TOO_LARGE, "a body may have at most " + maxBytes + " bytes");
        }
        return bytes;
    }

    private static @Nullable Record parse(Class<Record> type, byte[] body, BodyProblems problems) throws IOException {
        try {
            return READER.withHandler(problems).readValue(body, type);
        } catch (MismatchedInputException flaw) {
            problems.add(flaw);
            return null;
        } catch (JsonProcessingException flaw) {
            JsonLocation place = flaw.getLocation();
            throw ProblemException.of(
                    ProblemType.UNREADABLE_BODY,
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + flaw.getOriginalMessage());
        }
    }
}
