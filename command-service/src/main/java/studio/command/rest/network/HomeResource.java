package studio.command.rest.network;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import studio.command.install.TokenMint;
import studio.command.rest.Commands;
import studio.command.rest.Receipt;
import studio.command.rest.WriteOptions;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.InviteHome;
import studio.identity.Caller;
import studio.identity.Secret;

/** Commands to the home of a network. */
@Path(Paths.NETWORK + "/home")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Homes")
public class HomeResource {

    private final Commands commands;
    private final TokenMint mint;
    private final Caller caller;

    HomeResource(Commands commands, TokenMint mint, Caller caller) {
        this.commands = commands;
        this.mint = mint;
        this.caller = caller;
    }

    @PUT
    @Operation(
            operationId = "placeHome",
            summary = "Say who runs the home of a network",
            description = "An own home claims its place with a token; a managed one needs none.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> place(
            @PathParam("network") Name network, PlaceHomeRequest request, @BeanParam WriteOptions options) {
        return commands.change(Paths.stream(network), request.toCommand(), options);
    }

    @POST
    @Path("invite")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "inviteHome",
            summary = "Make the token with which an own home claims its place",
            description = "The answer shows the token, which is used once; nobody keeps it, so it is shown again"
                    + " only to a retry. An earlier one is no longer of use.")
    @APIResponseSchema(Receipt.class)
    public Uni<Response> invite(@PathParam("network") Name network, @BeanParam WriteOptions options) {
        StreamKey stream = Paths.stream(network);
        Secret token = mint.mint(caller.actor(), options.commandId(), stream, Home.KIND.key(network));
        return commands.change(
                stream,
                new InviteHome(token.digest()),
                options,
                outcome -> Uni.createFrom().item(Receipt.of(outcome).withToken(token)));
    }
}
