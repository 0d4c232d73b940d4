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
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.identity.Caller;

/** Commands to the processes of a network's application. */
@Path(Paths.NETWORK + "/processes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
public class ProcessResource {

    private final Commands commands;
    private final ImageSnapshots images;
    private final Caller caller;

    ProcessResource(Commands commands, ImageSnapshots images, Caller caller) {
        this.commands = commands;
        this.images = images;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "composeProcess",
            summary = "Add a process to the application",
            description = "Its name is unique among processes, ingresses and egresses.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> compose(
            @PathParam("network") Name network, ComposeProcessRequest request, @BeanParam WriteOptions options) {
        return commands.create(
                Paths.stream(network),
                images.of(request.image(), caller.actor()).map(request::toCommand),
                options);
    }

    @PATCH
    @Path("{endpoint}")
    @Operation(operationId = "changeProcess", summary = "Change a process")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("endpoint") Name endpoint,
            ChangeProcessRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(
                Paths.stream(network),
                images.of(request.image(), caller.actor()).map(image -> request.toCommand(endpoint, image)),
                options);
    }

    @DELETE
    @Path("{endpoint}")
    @Operation(operationId = "removeProcess", summary = "Take a process away, and out of its service links")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("network") Name network, @PathParam("endpoint") Name endpoint, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new RemoveEndpoint(endpoint, Endpoint.Sort.PROCESS), options);
    }
}
