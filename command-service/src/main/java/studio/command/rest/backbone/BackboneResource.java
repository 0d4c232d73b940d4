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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import studio.command.rest.Commands;
import studio.command.rest.Flag;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.kernel.Name;

/** Commands to backbones. */
@Path(Paths.BACKBONES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backbones")
public class BackboneResource {

    private final Commands commands;

    BackboneResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "createBackbone", summary = "Make a backbone")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> create(CreateBackboneRequest request, @BeanParam WriteOptions options) {
        return commands.create(request.stream(), request.toCommand(), options);
    }

    @PATCH
    @Path("{backbone}")
    @Operation(operationId = "changeBackbone", summary = "Give a backbone to other owners, or offer it to others")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("backbone") Name backbone, ChangeBackboneRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), request.toCommand(), options);
    }

    @DELETE
    @Path("{backbone}")
    @Operation(
            operationId = "deleteBackbone",
            summary = "Take a backbone away",
            description =
                    "It goes once its deployed sites have cleaned up, or at once if forced. While networks are attached, it"
                            + " stays unless `cascade` says otherwise.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> delete(
            @PathParam("backbone") Name backbone,
            @QueryParam("force") @Parameter(description = "`true` waits for nobody.") @Nullable String force,
            @QueryParam("cascade")
                    @Parameter(description = "`true` detaches the networks too, and waits until they have let go.")
                    @Nullable
                    String cascade,
            @BeanParam WriteOptions options) {
        DeleteBackbone command = new DeleteBackbone(Flag.parse("force", force), Flag.parse("cascade", cascade));
        return commands.change(Paths.stream(backbone), command, options);
    }
}
