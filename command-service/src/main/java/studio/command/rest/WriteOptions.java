package studio.command.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import studio.api.problem.Problem.FieldError;
import studio.command.submit.Submission;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;
import studio.schema.CommandMeta;

/** How a command is given, the same for every write: the headers and parameters beside path and body. */
public class WriteOptions {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final String DRY_RUN = "dryRun";
    private static final String PRINTABLE = "[\\x21-\\x7e]{1," + CommandMeta.MAX_ID_LENGTH + "}";
    private static final Pattern COMMAND_ID = Pattern.compile(PRINTABLE);
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    /** As sent. */
    @HeaderParam(IDEMPOTENCY_KEY)
    @Parameter(
            description =
                    "Names the command. The same key again gives the first answer again and has no second effect.",
            example = "01981f6e-58a1-7c3b-9d4e-2f6a7b8c9d0e")
    @Nullable
    String idempotencyKey;

    /** As sent. */
    @HeaderParam(IF_MATCH)
    @Parameter(
            description = "The `ETag` that the change is based on. If the object has changed since, the answer is 412.",
            example = "\"7\"")
    @Nullable
    String ifMatch;

    /** As sent. */
    @QueryParam(DRY_RUN)
    @Parameter(description = "`true` decides and tells what would happen, and changes nothing.", example = "true")
    @Nullable
    String dryRun;

    /** As sent. */
    @HeaderParam("Prefer")
    @Parameter(description = "`respond-async` answers 202 as soon as the command is stored.", example = "respond-async")
    @Nullable
    String prefer;

    /**
     * The submission of that command with these options.
     *
     * @throws ProblemException if some of them cannot be understood
     */
    Submission submission(StreamKey stream, Command command, Actor actor) {
        List<FieldError> errors = new ArrayList<>();
        checkCommandId(errors);
        Optional<Long> revision = expectedRevision(errors);
        boolean dry = Flag.parse(DRY_RUN, dryRun, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.of(Problems.validationFailed(errors));
        }
        return new Submission(commandId(), stream, command, actor, revision, dry);
    }

    /** Says whether the answer shall not wait for the outcome. */
    boolean respondAsync() {
        return prefer != null && prefer.contains("respond-async");
    }

    /** The command's id, before anybody has checked it. */
    public String commandId() {
        if (idempotencyKey == null) {
            idempotencyKey = Submission.newId();
        }
        return idempotencyKey;
    }

    private void checkCommandId(List<FieldError> errors) {
        if (!COMMAND_ID.matcher(commandId()).matches()) {
            errors.add(new FieldError(IDEMPOTENCY_KEY, "must be 1 to 128 printable ASCII characters without spaces"));
        }
    }

    private Optional<Long> expectedRevision(List<FieldError> errors) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        Matcher revision = ENTITY_TAG.matcher(ifMatch);
        if (!revision.matches()) {
            errors.add(new FieldError(IF_MATCH, "must be one ETag as it was given, such as \"7\""));
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(revision.group(1)));
    }
}
