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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.kernel.Name;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.VersionName;

/** Commands to the images of a library. */
@Path(Paths.IMAGE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Images")
public class ImageResource {

    private final Commands commands;

    ImageResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    @Path("versions")
    @Operation(
            operationId = "publishImage",
            summary = "Publish a version of an image",
            description =
                    "With its first version comes the image, and with its first image the library. The same content"
                            + " again changes nothing; a version never gets other content.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> publish(
            @PathParam("publisher") Name publisher,
            @PathParam("image") Name image,
            PublishImageRequest request,
            @BeanParam WriteOptions options) {
        return commands.create(Paths.stream(publisher), request.toCommand(image), options);
    }

    @POST
    @Path("versions/{version}/withdraw")
    @Operation(
            operationId = "withdrawImageVersion",
            summary = "Keep a version from being put into further networks",
            description = "For good. Networks keep what they have of it.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> withdraw(
            @PathParam("publisher") Name publisher,
            @PathParam("image") Name image,
            @PathParam("version") VersionName version,
            WithdrawRequest request,
            @BeanParam WriteOptions options) {
        WithdrawImage command = new WithdrawImage(image, Optional.of(version), request.cause());
        return commands.change(Paths.stream(publisher), command, options);
    }

    @POST
    @Path("withdraw")
    @Operation(
            operationId = "withdrawImage",
            summary = "Keep all versions of an image from being put into further networks",
            description =
                    "For good: nothing can be published under its name again. Networks keep what they have of it.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> withdraw(
            @PathParam("publisher") Name publisher,
            @PathParam("image") Name image,
            WithdrawRequest request,
            @BeanParam WriteOptions options) {
        WithdrawImage command = new WithdrawImage(image, Optional.empty(), request.cause());
        return commands.change(Paths.stream(publisher), command, options);
    }
}
