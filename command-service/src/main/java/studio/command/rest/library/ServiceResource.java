package studio.command.rest.library;

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
import studio.domain.library.LibraryCommand.WithdrawService;

/** Commands to the services of a library. */
@Path(Paths.SERVICES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class ServiceResource {

    private final Commands commands;

    ServiceResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Operation(operationId = "publishService", summary = "Publish a service, for images to offer and require")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> publish(
            @PathParam("publisher") Name publisher, PublishServiceRequest request, @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(publisher), request.toCommand(), options);
    }

    @POST
    @Path("{service}/withdraw")
    @Operation(
            operationId = "withdrawService",
            summary = "Keep further versions of images from naming a service",
            description = "For good: its name is not given to another. Versions that name it keep it.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> withdraw(
            @PathParam("publisher") Name publisher,
            @PathParam("service") Name service,
            WithdrawRequest request,
            @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(publisher), new WithdrawService(service, request.cause()), options);
    }
}
