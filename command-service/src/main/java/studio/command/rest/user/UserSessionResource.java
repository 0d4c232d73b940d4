package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.user.UserCommand.SignOut;

/** Commands to a user's sessions. */
@Path(Paths.USER + "/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class UserSessionResource {

    private final Commands commands;

    UserSessionResource(Commands commands) {
        this.commands = commands;
    }

    @DELETE
    @Path("{session}")
    @Operation(operationId = "closeSession", summary = "Close a session, of this browser or another")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> close(
            @PathParam("user") Name user, @PathParam("session") UUID session, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), new SignOut(new Uid(session)), options);
    }
}
