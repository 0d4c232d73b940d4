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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.kernel.Name;

/** Commands to the links between the interior sites of a backbone. */
@Path(Paths.BACKBONE + "/links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkResource {

    private final Commands commands;

    LinkResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "linkInteriorSites", summary = "Link an interior site to another's peer access point")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> link(
            @PathParam("backbone") Name backbone, LinkSitesRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(backbone), request.toCommand(), options);
    }

    @PATCH
    @Path("{link}")
    @Operation(operationId = "changeLink", summary = "Give a link another cost")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("backbone") Name backbone,
            @PathParam("link") Name link,
            ChangeLinkRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), request.toCommand(link), options);
    }

    @DELETE
    @Path("{link}")
    @Operation(operationId = "unlinkInteriorSites", summary = "Take a link away")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> unlink(
            @PathParam("backbone") Name backbone, @PathParam("link") Name link, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), new UnlinkInteriorSites(link), options);
    }
}
