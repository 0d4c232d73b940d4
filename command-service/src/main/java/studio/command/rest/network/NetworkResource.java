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
import studio.domain.kernel.Name;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;

/** Commands to application networks. */
@Path(Paths.NETWORKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Networks")
public class NetworkResource {

    private final Commands commands;

    NetworkResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(
            operationId = "createNetwork",
            summary = "Make an application network",
            description = "It becomes active once its authority, an attachment and its home are there, and its"
                    + " start time has come.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> create(CreateNetworkRequest request, @BeanParam WriteOptions options) {
        return commands.create(request.stream(), request.toCommand(), options);
    }

    @PATCH
    @Path("{network}")
    @Operation(
            operationId = "changeNetwork",
            summary = "Change an application network",
            description = "The backbone stays what it is.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("network") Name network, ChangeNetworkRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(), options);
    }

    @POST
    @Path("{network}/suspend")
    @Operation(
            operationId = "suspendNetwork",
            summary = "Stop the application at all sites",
            description = "The links of its sites stay, but nobody joins meanwhile.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> suspend(
            @PathParam("network") Name network, CauseRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new SuspendNetwork(request.cause()), options);
    }

    @POST
    @Path("{network}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeNetwork", summary = "Let a suspended network go on")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> resume(@PathParam("network") Name network, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), new ResumeNetwork(), options);
    }

    @DELETE
    @Path("{network}")
    @Operation(
            operationId = "deleteNetwork",
            summary = "Take an application network away",
            description = "Its sites are asked to clean up, and after the delete delay it is gone; at once if forced.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> delete(
            @PathParam("network") Name network,
            @QueryParam("force") @Parameter(description = "`true` waits for nobody.") @Nullable String force,
            @BeanParam WriteOptions options) {
        DeleteNetwork command = new DeleteNetwork(Flag.parse("force", force));
        return commands.change(Paths.stream(network), command, options);
    }
}
