package studio.command.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.schema.CommandOutcome;

/** Answers to commands as HTTP responses. */
final class Answers {

    private static final int RETRY_AFTER_SECONDS = 1;

    private Answers() {}

    /** The answer to a command that made something. */
    static Response created(Answer answer) {
        return switch (answer) {
            case Answer.Done done
            when !done.outcome().dryRun() ->
                done(done.outcome(), Status.CREATED, Receipt.of(done.outcome()))
                        .location(Locations.of(done.outcome()))
                        .build();
            case Answer.Done done -> changed(done);
            case Answer.UnderWay underWay -> underWay(underWay);
        };
    }

    /** The answer to a command that changed something. */
    static Response changed(Answer answer) {
        return switch (answer) {
            case Answer.Done done ->
                done(done.outcome(), Status.OK, Receipt.of(done.outcome())).build();
            case Answer.UnderWay underWay -> underWay(underWay);
        };
    }

    /** An answer whose headers say what the command did. */
    static Response.ResponseBuilder done(CommandOutcome outcome, Status status, Object body) {
        Response.ResponseBuilder answer =
                Response.status(status).entity(body).header("Studio-Command-Id", outcome.commandId());
        if (outcome.dryRun()) {
            return answer;
        }
        answer.header("Studio-Position", outcome.stream() + "@" + outcome.revision());
        return outcome.subjectRevision() == 0 ? answer : answer.tag(String.valueOf(outcome.subjectRevision()));
    }

    private static Response underWay(Answer.UnderWay underWay) {
        return Response.accepted(new UnderWayView(underWay.commandId(), "under-way"))
                .location(Locations.ofCommand(underWay.commandId()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header("Studio-Command-Id", underWay.commandId())
                .build();
    }

    /** The body of a 202. */
    @Schema(name = "UnderWay", description = "A command that is stored and will be decided.")
    record UnderWayView(String commandId, String state) {}
}
