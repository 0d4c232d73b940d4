package studio.command.rest.library;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
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

/** Commands to libraries. */
@Path(Paths.LIBRARY)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Libraries")
public class LibraryResource {

    private final Commands commands;

    LibraryResource(Commands commands) {
        this.commands = commands;
    }

    @PATCH
    @Operation(
            operationId = "changeLibrary",
            summary = "Offer a library to others",
            description = "A library is there once something is published in it.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("publisher") Name publisher, ChangeLibraryRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(publisher), request.toCommand(), options);
    }
}
