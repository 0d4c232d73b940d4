package studio.command.rest.network;

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
import studio.domain.kernel.Name;
import studio.domain.network.ServiceLinkCommand.UnlinkService;

/** Commands to the service links of a network. */
@Path(Paths.NETWORK + "/service-links")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service links")
public class ServiceLinkResource {

    private final Commands commands;

    ServiceLinkResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "linkService", summary = "Connect those who offer a service to those who require it")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> link(
            @PathParam("network") Name network, LinkServiceRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(network), request.toCommand(), options);
    }

    @PATCH
    @Path("{link}")
    @Operation(operationId = "changeServiceLink", summary = "Change a service link")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("link") Name link,
            ChangeServiceLinkRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(link), options);
    }

    @DELETE
    @Path("{link}")
    @Operation(operationId = "unlinkService", summary = "Take a service link away")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> unlink(
            @PathParam("network") Name network, @PathParam("link") Name link, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new UnlinkService(link), options);
    }
}
