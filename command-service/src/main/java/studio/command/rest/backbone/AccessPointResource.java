package studio.command.rest.backbone;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.kernel.Name;

/** Commands to the access points of a backbone. */
@Path(Paths.BACKBONE + "/access-points")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access points")
public class AccessPointResource {

    private final Commands commands;

    AccessPointResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "addAccessPoint", summary = "Add an access point to an interior site")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> add(
            @PathParam("backbone") Name backbone, AddAccessPointRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(backbone), request.toCommand(), options);
    }

    @PATCH
    @Path("{accessPoint}")
    @Operation(operationId = "changeAccessPoint", summary = "Offer a member access point to others")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("backbone") Name backbone,
            @PathParam("accessPoint") Name accessPoint,
            ChangeAccessPointRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), request.toCommand(accessPoint), options);
    }

    @PUT
    @Path("{accessPoint}/address")
    @Operation(operationId = "setAccessPointAddress", summary = "Say where an access point listens")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> setAddress(
            @PathParam("backbone") Name backbone,
            @PathParam("accessPoint") Name accessPoint,
            AddressRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(backbone), request.toCommand(accessPoint), options);
    }

    @DELETE
    @Path("{accessPoint}")
    @Operation(operationId = "removeAccessPoint", summary = "Take an access point away")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("backbone") Name backbone,
            @PathParam("accessPoint") Name accessPoint,
            @QueryParam("cascade")
                    @Parameter(description = "`true` takes the links to it away too, and detaches the networks.")
                    @Nullable
                    String cascade,
            @BeanParam WriteOptions options) {
        RemoveAccessPoint command = new RemoveAccessPoint(accessPoint, Flag.parse("cascade", cascade));
        return commands.change(Paths.stream(backbone), command, options);
    }
}
