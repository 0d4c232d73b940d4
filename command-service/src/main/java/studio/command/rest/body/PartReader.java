package studio.command.rest.body;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.api.problem.Problem.FieldError;

/** Reads request records that are parts of another, by the same rules as a whole body. */
@ApplicationScoped
public class PartReader {

    private final Validator validator;

    PartReader(Validator validator) {
        this.validator = validator;
    }

    /** The record, unless there are flaws, which are added with where they are. */
    public <R extends Record> Optional<R> read(Class<R> type, JsonNode part, String place, List<FieldError> errors) {
        List<FieldError> found = new ArrayList<>();
        byte[] body = part.toString().getBytes(StandardCharsets.UTF_8);
        try {
            Optional<R> record = RecordReader.read(type, body, validator, found);
            if (record.isEmpty() && found.isEmpty()) {
                found.add(new FieldError("", "must be an object"));
            }
            found.forEach(error -> errors.add(new FieldError(place + error.pointer(), error.detail())));
            return found.isEmpty() ? record : Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }
}
