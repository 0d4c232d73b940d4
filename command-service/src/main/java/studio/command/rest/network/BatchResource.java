package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import studio.identity.Caller;

/** Several commands to a network's composition as one. */
@Path(Paths.NETWORK + "/batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Networks")
public class BatchResource {

    private final Commands commands;
    private final BatchReader reader;
    private final Caller caller;

    BatchResource(Commands commands, BatchReader reader, Caller caller) {
        this.commands = commands;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "batch",
            summary = "Change the composition of a network in several places at once",
            description = "All or nothing: if one command is refused, so are all, and `errors` names it by its place."
                    + " `If-Match` speaks of the network.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> batch(
            @PathParam("network") Name network, BatchRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), reader.read(request, caller.actor()), options);
    }
}
