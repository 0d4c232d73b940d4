package studio.command.rest.user;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import studio.command.install.TokenMint;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.Visibility;
import studio.command.rest.WriteOptions;
import studio.domain.kernel.Name;
import studio.domain.user.UserCommand.RevokeApiToken;
import studio.identity.Caller;
import studio.identity.Identities;
import studio.identity.Identity;
import studio.identity.Secret;

/** Commands to a user's API tokens. */
@Path(Paths.USER + "/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API tokens")
public class TokenResource {

    private final Commands commands;
    private final TokenMint mint;
    private final Caller caller;
    private final Identities identities;
    private final Visibility visibility;

    TokenResource(Commands commands, TokenMint mint, Caller caller, Identities identities, Visibility visibility) {
        this.commands = commands;
        this.mint = mint;
        this.caller = caller;
        this.identities = identities;
        this.visibility = visibility;
    }

    @POST
    @Operation(
            operationId = "createToken",
            summary = "Make an API token",
            description = "The answer shows the token; nobody keeps it, so it is shown again only to a retry.")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    public Uni<Response> create(
            @PathParam("user") Name user, CreateTokenRequest request, @BeanParam WriteOptions options) {
        Secret token = mint.mint(caller.actor(), options.commandId());
        return commands.create(
                Paths.stream(user),
                request.toCommand(token.digest()),
                options,
                outcome -> usable(token).map(known -> Receipt.of(outcome).withToken(token)));
    }

    /** Told late is better than not at all: nobody else knows the token. */
    private Uni<Optional<Identity>> usable(Secret token) {
        return visibility
                .await(() -> identities.byToken(token), "the token is made, but the tables do not have it yet")
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    @DELETE
    @Path("{token}")
    @Operation(operationId = "revokeToken", summary = "Take an API token away")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> revoke(
            @PathParam("user") Name user, @PathParam("token") Name token, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(user), new RevokeApiToken(token), options);
    }
}
