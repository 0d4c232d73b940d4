package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import studio.domain.user.UserCommand.RemoveUser;
import studio.domain.user.UserCommand.ResumeUser;

/** Commands to users. */
@Path(Paths.USERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UserResource {

    private final Commands commands;
    private final PersonalData personalData;

    UserResource(Commands commands, PersonalData personalData) {
        this.commands = commands;
        this.personalData = personalData;
    }

    @POST
    @Operation(operationId = "registerUser", summary = "Register a user")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> register(RegisterUserRequest request, @BeanParam WriteOptions options) {
        PasswordRules.check(request.password(), request.name());
        return commands.create(
                request.stream(), request.toCommand(), options, outcome -> personalData.keep(request, outcome));
    }

    @PATCH
    @Path("{user}")
    @Operation(operationId = "changeUser", summary = "Give a user other roles, groups or personal data")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> change(
            @PathParam("user") Name user, ChangeUserRequest request, @BeanParam WriteOptions options) {
        return commands.change(
                Paths.stream(user), request.toCommand(), options, outcome -> personalData.change(request, outcome));
    }

    @DELETE
    @Path("{user}")
    @Operation(
            operationId = "removeUser",
            summary = "Take a user away, with its sessions, tokens and personal data",
            description = "What it did stays in the log, under its name.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> remove(@PathParam("user") Name user, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), new RemoveUser(), options, personalData::forget);
    }

    @PUT
    @Path("{user}/quota")
    @Operation(operationId = "setQuota", summary = "Say how much of the installation a user may take")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> setQuota(
            @PathParam("user") Name user, SetQuotaRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), request.toCommand(), options);
    }

    @POST
    @Path("{user}/suspend")
    @Operation(operationId = "suspendUser", summary = "Keep a user from acting, and close its sessions")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> suspend(
            @PathParam("user") Name user, SuspendUserRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), request.toCommand(), options);
    }

    @POST
    @Path("{user}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeUser", summary = "Let a suspended user act again")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> resume(@PathParam("user") Name user, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), new ResumeUser(), options);
    }
}
