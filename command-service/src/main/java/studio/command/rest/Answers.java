package studio.command.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import studio.schema.CommandOutcome;

/** Answers to commands as HTTP responses. */
public final class Answers {

    /** The header that says how far the tables must be to show what a command did. */
    public static final String POSITION = "Studio-Position";

    private static final int RETRY_AFTER_SECONDS = 1;

    private Answers() {}

    /** The answer to a command that made something. */
    static Response created(Answer answer) {
        return switch (answer) {
            case Answer.Done done
            when !done.outcome().dryRun() ->
                done(done, Status.CREATED)
                        .location(Locations.of(done.outcome()))
                        .build();
            case Answer.Done done -> changed(done);
            case Answer.UnderWay underWay -> underWay(underWay);
        };
    }

    /** The answer to a command that changed something. */
    static Response changed(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done(done, Status.OK).build();
            case Answer.UnderWay underWay -> underWay(underWay);
        };
    }

    private static Response.ResponseBuilder done(Answer.Done done, Status status) {
        CommandOutcome outcome = done.outcome();
        Response.ResponseBuilder answer =
                Response.status(status).entity(done.receipt()).header("Studio-Command-Id", outcome.commandId());
        if (outcome.dryRun()) {
            return answer;
        }
        answer.header(POSITION, position(outcome));
        return outcome.subjectRevision() == 0 ? answer : answer.tag(String.valueOf(outcome.subjectRevision()));
    }

    /** How far the tables must be to show what the command did. */
    public static String position(CommandOutcome outcome) {
        return outcome.stream() + "@" + outcome.revision();
    }

    private static Response underWay(Answer.UnderWay underWay) {
        return Response.accepted(CommandView.underWay(underWay.commandId()))
                .location(Locations.ofCommand(underWay.commandId()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header("Studio-Command-Id", underWay.commandId())
                .build();
    }
}
