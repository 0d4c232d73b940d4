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

/** Commands to the ways into a network's application. */
@Path(Paths.NETWORK + "/ingresses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingresses")
public class IngressResource {

    private final Commands commands;

    IngressResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(
            operationId = "composeIngress",
            summary = "Add a way in to the application",
            description = "Its name is unique among processes, ingresses and egresses.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> compose(
            @PathParam("network") Name network, ComposeIngressRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(network), request.toCommand(), options);
    }

    @PATCH
    @Path("{endpoint}")
    @Operation(operationId = "changeIngress", summary = "Change a way in")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network,
            @PathParam("endpoint") Name endpoint,
            ChangeIngressRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(endpoint), options);
    }

    @DELETE
    @Path("{endpoint}")
    @Operation(operationId = "removeIngress", summary = "Take a way in away, and out of its service links")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(
            @PathParam("network") Name network, @PathParam("endpoint") Name endpoint, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new RemoveEndpoint(endpoint, Endpoint.Sort.INGRESS), options);
    }
}
