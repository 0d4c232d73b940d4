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

/** Commands to the ways out of a network's application. */
@Path(Paths.NETWORK + "/egresses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Egresses")
public class EgressResource {

    private final Commands commands;

    EgressResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(
            operationId = "composeEgress",
            summary = "Add a way out to the application",
            description = "Its name is unique among processes, ingresses and egresses.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> compose(
            @PathParam("network") Name network, ComposeEgressRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(network), request.toCommand(), options);
    }

    @PATCH
    @Path("{endpoint}")
    @Operation(operationId = "changeEgress", summary = "Change a way out")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("endpoint") Name endpoint,
            ChangeEgressRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(endpoint), options);
    }

    @DELETE
    @Path("{endpoint}")
    @Operation(operationId = "removeEgress", summary = "Take a way out away, and out of its service links")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("network") Name network, @PathParam("endpoint") Name endpoint, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new RemoveEndpoint(endpoint, Endpoint.Sort.EGRESS), options);
    }
}
