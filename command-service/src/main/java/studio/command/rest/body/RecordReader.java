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
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.api.json.StudioJson;
import studio.api.problem.Problem.FieldError;
import studio.api.problem.ProblemType;
import studio.domain.backbone.PortRange;
import studio.identity.problem.Pointers;
import studio.identity.problem.ProblemException;

/** Parses request records strictly and has Bean Validation check them. */
final class RecordReader {

    private static final ObjectReader READER = strict(StudioJson.configure(new ObjectMapper()));

    private RecordReader() {}

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

    /** The record, if there is any; what is wrong with it is added to the errors. */
    static <R extends Record> Optional<R> read(Class<R> type, byte[] body, Validator validator, List<FieldError> errors)
            throws IOException {
        BodyProblems problems = new BodyProblems();
        Optional<R> record = parse(type, body, problems);
        errors.addAll(problems.errors());
        record.ifPresent(present -> validator.validate(present).stream()
                .map(violation -> new FieldError(Pointers.field(violation.getPropertyPath()), violation.getMessage()))
                .filter(error -> !problems.concern(error.pointer()))
                .forEach(errors::add));
        return record;
    }

    private static <R extends Record> Optional<R> parse(Class<R> type, byte[] body, BodyProblems problems)
            throws IOException {
        try {
            return Optional.ofNullable(READER.withHandler(problems).readValue(body, type));
        } catch (MismatchedInputException flaw) {
            problems.add(flaw);
            return Optional.empty();
        } catch (JsonProcessingException flaw) {
            JsonLocation place = flaw.getLocation();
            throw ProblemException.of(
                    ProblemType.UNREADABLE_BODY,
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + flaw.getOriginalMessage());
        }
    }
}
