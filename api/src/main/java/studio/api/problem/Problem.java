package studio.api.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One occurrence of a problem, as {@code application/problem+json} (RFC 9457).
 *
 * @param type      where its type is described
 * @param title     the type's title
 * @param status    the HTTP status code
 * @param detail    what went wrong this time
 * @param code      the type's slug
 * @param errors    the fields that broke a rule
 * @param commandId the command that was refused
 * @param current   after a revision conflict, the newer state
 * @param incident  after a fault of ours, the number under which the log has the rest
 * @param retryable to whoever claims: whether the same claim may succeed later
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Optional<List<FieldError>> errors,
        Optional<String> commandId,
        Optional<JsonNode> current,
        Optional<String> incident,
        Optional<Boolean> retryable) {

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem with nothing but its detail. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                ProblemType.BASE + type.slug(),
                type.title(),
                type.status(),
                detail,
                type.slug(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with the fields that broke a rule. */
    public Problem withErrors(List<FieldError> fields) {
        return new Problem(type, title, status, detail, code, Optional.of(fields), commandId, current, incident, retryable);
    }

    /** The same with the command that was refused. */
    public Problem withCommand(String id) {
        return new Problem(type, title, status, detail, code, errors, Optional.of(id), current, incident, retryable);
    }

    /** The same with the newer state. */
    public Problem withCurrent(JsonNode state) {
        return new Problem(type, title, status, detail, code, errors, commandId, Optional.of(state), incident, retryable);
    }

    /** The same with the number under which the log has the rest. */
    public Problem withIncident(String number) {
        return new Problem(type, title, status, detail, code, errors, commandId, current, Optional.of(number), retryable);
    }

    /** The same with whether asking again may succeed. */
    public Problem withRetryable(boolean again) {
        return new Problem(type, title, status, detail, code, errors, commandId, current, incident, Optional.of(again));
    }

    /**
     * A field that broke a rule.
     *
     * @param pointer the field, as a JSON pointer (RFC 6901) into the body, or the parameter's or header's name
     * @param detail  the rule
     */
    public record FieldError(String pointer, String detail) {}
}
