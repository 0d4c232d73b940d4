package studio.command.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.api.problem.ProblemType;
import studio.command.submit.OutcomeTail;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Role;
import studio.identity.Caller;
import studio.identity.problem.ProblemException;
import studio.schema.ActorRef;

/** What became of commands of late. */
@Path("/api/v1/commands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commands")
public class CommandResource {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final OutcomeTail outcomes;
    private final Caller caller;

    CommandResource(OutcomeTail outcomes, Caller caller) {
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getCommand",
            summary = "What became of a command",
            description = "For commands of late; the audit has them all. 202 while the command is under way.")
    @APIResponseSchema(CommandView.class)
    public Response get(@PathParam("id") String id) {
        return outcomes.find(id)
                .filter(outcome -> mayRead(outcome.actor()))
                .map(outcome -> Response.ok(CommandView.of(outcome)))
                .or(() -> outcomes.giver(id).filter(this::mayRead).map(giver -> underWay(id)))
                .orElseThrow(() -> unknown(id))
                .build();
    }

    private boolean mayRead(ActorRef giver) {
        Actor actor = caller.actor();
        return giver.equals(ActorRef.to(actor)) || actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
    }

    private static Response.ResponseBuilder underWay(String id) {
        return Response.accepted(CommandView.underWay(id)).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "no outcome of command '" + id
                        + "' is at hand: it is still under way, was decided too long ago, or was never given;"
                        + " giving it again under the same Idempotency-Key tells its outcome");
    }
}
