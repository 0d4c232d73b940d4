package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import studio.backbone.artifact.JoinPlace;
import studio.command.rest.Commands;
import studio.command.rest.Flag;
import studio.command.rest.JoinArtifacts;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.MemberInvitation;

/** Commands to the invitations of a network. */
@Path(Paths.NETWORK + "/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class InvitationResource {

    private final Commands commands;
    private final JoinArtifacts artifacts;

    InvitationResource(Commands commands, JoinArtifacts artifacts) {
        this.commands = commands;
        this.artifacts = artifacts;
    }

    @POST
    @Operation(
            operationId = "createInvitation",
            summary = "Make an invitation to join a network",
            description = "What lets sites in is a token, which comes with the artifact.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> create(
            @PathParam("network") Name network, CreateInvitationRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(network), request.toCommand(), options);
    }

    @PATCH
    @Path("{invitation}")
    @Operation(
            operationId = "changeInvitation",
            summary = "Give an invitation other terms or links",
            description = "Those who have joined feel nothing of other terms.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("invitation") Name invitation,
            ChangeInvitationRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(invitation), options);
    }

    @POST
    @Path("{invitation}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "revokeInvitation", summary = "Let nobody in by an invitation any more")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> revoke(
            @PathParam("network") Name network,
            @PathParam("invitation") Name invitation,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new RevokeInvitation(invitation), options);
    }

    @POST
    @Path("{invitation}/artifact")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "issueInvitation",
            summary = "Make a token for an invitation, and what a site needs to join with it",
            description = "The answer shows the token; nobody keeps it, so it is shown again only to a retry.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> issue(
            @PathParam("network") Name network,
            @PathParam("invitation") Name invitation,
            @QueryParam("platform")
                    @Parameter(
                            required = true,
                            description = "What the site runs on.",
                            schema = @Schema(implementation = Platform.class))
                    @Nullable
                    String platform,
            @QueryParam("replace")
                    @Parameter(description = "`true` lets no earlier token open the invitation any more.")
                    @Nullable
                    String replace,
            @BeanParam WriteOptions options) {
        boolean alone = Flag.parse("replace", replace);
        return artifacts.issue(
                new JoinPlace.Invitation(network, invitation),
                MemberInvitation.KIND.key(invitation),
                platform,
                token -> new ReissueInvitation(invitation, token, alone),
                options);
    }
}
