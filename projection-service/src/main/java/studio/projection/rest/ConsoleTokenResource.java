package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import studio.api.problem.ProblemType;
import studio.domain.network.Home;
import studio.feed.pass.PassSigner;
import studio.feed.transport.FeedTls;
import studio.feed.transport.HeldKeys;
import studio.identity.Caller;
import studio.identity.problem.ProblemException;
import studio.projection.config.HoldersConfig;
import studio.projection.config.HomesConfig;
import studio.projection.feed.CentreIdentity;
import studio.projection.query.Listing;

/** Lets who may read a network into the console that its home serves, without a password there. */
@Path("/api/v1/networks/{network}/home/console-token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Homes")
public class ConsoleTokenResource {

    private final ReadableNetworks networks;
    private final HomesConfig homes;
    private final Optional<HeldKeys> keys;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    ConsoleTokenResource(ReadableNetworks networks, HomesConfig homes, HoldersConfig holders, Caller caller) {
        this.networks = networks;
        this.homes = homes;
        this.keys = holders.directory().map(HeldKeys::new);
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "openNetworkConsole",
            summary = "Make a link that opens the console of a network",
            description =
                    "The link is good once, for half a minute. Its token is in the part behind `#`, which browsers send"
                            + " to nobody: the console takes it out of the address and posts it to the home.")
    @APIResponseSchema(ConsoleLink.class)
    public Uni<ConsoleLink> open(@RestPath String network) {
        String user = caller.actor().name();
        return networks.require(network)
                .flatMap(root -> networks.require(Listing.HOMES, network, Home.KIND, network)
                        .emitOn(Infrastructure.getDefaultExecutor())
                        .map(home -> link(
                                root.entity().meta().name(),
                                root.entity().meta().uid().toString(),
                                (Home) home.entity(),
                                user)));
    }

    private ConsoleLink link(String network, String uid, Home home, String user) {
        if (home.spec().placement() == Home.Placement.OWN) {
            throw ProblemException.of(
                    ProblemType.WRONG_STATE, "its owner runs the home: open the link that is in its file sign-in-link");
        }
        FeedTls own = keys.flatMap(CentreIdentity::newest)
                .map(HeldKeys.Held::tls)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNAVAILABLE, "the Service Home has no certificate here to vouch for you with"));
        PassSigner.Signed signed =
                new PassSigner(own).sign(home(own, uid, home.meta().uid().toString()), user, clock.instant());
        URI address = homes.consoleUrl().resolve("/networks/" + network + "#token=" + signed.token());
        return new ConsoleLink(address.toString(), signed.end());
    }

    private static String home(FeedTls own, String network, String home) {
        String uri = own.self().map(FeedTls.Peer::uri).orElse("");
        return uri.replaceFirst("/service/.*", "/network/" + network + "/home/" + home);
    }

    @Schema(name = "ConsoleLink", description = "Opens the console of a network, once.")
    record ConsoleLink(
            @Schema(description = "What to open in a browser.")
            String address,

            @Schema(description = "Until when it can be used.")
            Instant expiresAt) {}
}
