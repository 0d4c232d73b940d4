package studio.command.rest.backbone;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;

/** Commands to the interior sites of a backbone. */
@Path(Paths.BACKBONE + "/sites")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interior sites")
public class InteriorSiteResource {

    private final Commands commands;
    private final JoinArtifacts artifacts;

    InteriorSiteResource(Commands commands, JoinArtifacts artifacts) {
        this.commands = commands;
        this.artifacts = artifacts;
    }

    @POST
    @Operation(operationId = "addInteriorSite", summary = "Add an interior site to a backbone")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> add(
            @PathParam("backbone") Name backbone, AddInteriorSiteRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(backbone), request.toCommand(), options);
    }

    @PATCH
    @Path("{site}")
    @Operation(operationId = "changeInteriorSite", summary = "Give an interior site another location label, or none")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("backbone") Name backbone,
            @PathParam("site") Name site,
            ChangeInteriorSiteRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), request.toCommand(site), options);
    }

    @DELETE
    @Path("{site}")
    @Operation(
            operationId = "removeInteriorSite",
            summary = "Take an interior site away, with its access points and links",
            description = "It goes once it has cleaned up, or at once if forced.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("backbone") Name backbone,
            @PathParam("site") Name site,
            @QueryParam("force") @Parameter(description = "`true` waits for nobody.") @Nullable String force,
            @QueryParam("cascade") @Parameter(description = "`true` detaches the networks there too.") @Nullable
                    String cascade,
            @BeanParam WriteOptions options) {
        RemoveInteriorSite command =
                new RemoveInteriorSite(site, Flag.parse("force", force), Flag.parse("cascade", cascade));
        return commands.change(Paths.stream(backbone), command, options);
    }

    @POST
    @Path("{site}/artifact")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "issueInteriorSite",
            summary = "Make the token with which an agent claims an interior site, and what it needs to do so",
            description = "The answer shows the token, which is used once; nobody keeps it, so it is shown again"
                    + " only to a retry. An earlier one is no longer of use.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> issue(
            @PathParam("backbone") Name backbone,
            @PathParam("site") Name site,
            @QueryParam("platform")
                    @Parameter(
                            required = true,
                            description = "What the site runs on.",
                            schema = @Schema(implementation = Platform.class))
                    @Nullable
                    String platform,
            @BeanParam WriteOptions options) {
        return artifacts.issue(
                new JoinPlace.Interior(backbone, site),
                InteriorSite.KIND.key(site),
                platform,
                token -> new InviteInteriorSite(site, token),
                options);
    }
}
