package studio.command.rest.body;

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
import java.util.Optional;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;
import studio.identity.limit.LimitsConfig;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;

/**
 * Reads request records. What a resource gets is valid: the values were parsed into domain types, and Bean Validation has checked
 * the rest. Otherwise the request ends with all flaws named.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RequestBodyReader implements MessageBodyReader<Record> {

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
        List<FieldError> errors = new ArrayList<>();
        Optional<Record> request = RecordReader.read(type, whole(body), validator, errors);
        boolean isNone = errors.isEmpty() || errors.stream().anyMatch(RequestBodyReader::concernsAll);
        if (request.isEmpty() && isNone) {
            throw ProblemException.of(ProblemType.UNREADABLE_BODY, "the body must be a JSON object");
        }
        return request.filter(valid -> errors.isEmpty())
                .orElseThrow(() -> ProblemException.of(Problems.validationFailed(errors)));
    }

    private static boolean concernsAll(FieldError error) {
        return error.pointer().equals(WHOLE_BODY);
    }

    /** What announced its length was checked before; what did not is checked here. */
    private byte[] whole(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw ProblemException.of(ProblemType.BODY_TOO_LARGE, "a body may have at most " + maxBytes + " bytes");
        }
        return bytes;
    }
}
