package studio.command.rest.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import studio.command.rest.Commands;
import studio.command.submit.Submission;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.identity.Anonymous;

/**
 * Gives the commands of those who were invited. The path is none that the public origin passes on by itself: it answers claims, with what
 * the tables say of whoever was let in.
 */
@Path("/internal/v1/claims")
@Anonymous
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {

    private final Commands commands;

    ClaimResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Path("networks/{network}/invitations/{invitation}")
    @Operation(hidden = true)
    public Uni<ClaimView> join(
            @PathParam("network") Name network, @PathParam("invitation") Name invitation, ClaimRequest request) {
        Digest key = ClaimedKey.of(request.certificateRequest());
        return give(StreamType.NETWORK.key(network), request.of(invitation, key), key);
    }

    @POST
    @Path("backbones/{backbone}/sites/{site}")
    @Operation(hidden = true)
    public Uni<ClaimView> enrol(
            @PathParam("backbone") Name backbone, @PathParam("site") Name site, ClaimRequest request) {
        Digest key = ClaimedKey.of(request.certificateRequest());
        return give(StreamType.BACKBONE.key(backbone), request.ofInterior(site, key), key);
    }

    /** Each claim is a command of its own: what was too early the first time need not be the second time. */
    private Uni<ClaimView> give(StreamKey stream, Command command, Digest key) {
        return commands.decide(Submission.of(stream, command, Actor.CLAIMS)).replaceWith(new ClaimView(key));
    }
}
