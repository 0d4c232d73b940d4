package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import studio.domain.user.UserCommand.ChangePassword;

/** New passwords. */
@Path(Paths.USER + "/password")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class PasswordResource {

    private final Commands commands;
    private final PersonalData personalData;
    private final PresentPassword presentPassword;

    PasswordResource(Commands commands, PersonalData personalData, PresentPassword presentPassword) {
        this.commands = commands;
        this.personalData = personalData;
        this.presentPassword = presentPassword;
    }

    @PUT
    @Operation(
            operationId = "setPassword",
            summary = "Give a user a new password, and close its sessions",
            description =
                    "An administrator may set others' passwords; whoever changes their own gives the present one.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> set(
            @PathParam("user") Name user,
            SetPasswordRequest request,
            @BeanParam WriteOptions options,
            @Context HttpServerRequest http) {
        PasswordRules.check(Optional.of(request.password()), user);
        return presentPassword
                .require(user, request, http)
                .chain(() -> commands.change(
                        Paths.stream(user),
                        new ChangePassword(),
                        options,
                        outcome -> personalData.setPassword(request.password(), outcome)));
    }
}
