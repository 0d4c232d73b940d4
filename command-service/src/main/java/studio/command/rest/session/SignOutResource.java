package studio.command.rest.session;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import studio.command.directory.DirectoryConfig;
import studio.identity.Anonymous;
import studio.identity.Credential;
import studio.identity.Identities;
import studio.identity.Identity;
import studio.identity.Secret;
import studio.identity.SessionCookie;

/** Signing out. Whoever is signed out already is told the same, so that a browser always loses its cookie. */
@Path("/api/v1/sign-out")
@Anonymous
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SignOutResource {

    private final Sessions sessions;
    private final Identities identities;
    private final boolean secureCookie;

    SignOutResource(Sessions sessions, Identities identities, DirectoryConfig config) {
        this.sessions = sessions;
        this.identities = identities;
        this.secureCookie = config.session().secureCookie();
    }

    @POST
    @Operation(operationId = "signOut", summary = "Sign out", description = "Closes the session whose cookie is sent.")
    @APIResponse(responseCode = "204", description = "There is no session any more.")
    public Uni<Response> signOut(@CookieParam(SessionCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
        Uni<Optional<Identity>> identity =
                cookie == null ? Uni.createFrom().item(Optional.empty()) : identities.bySession(new Secret(cookie));
        return identity.chain(this::close)
                .map(closed -> Response.noContent()
                        .cookie(SessionCookie.gone(secureCookie))
                        .build());
    }

    private Uni<Void> close(Optional<Identity> identity) {
        return identity.isPresent() && identity.get().credential() instanceof Credential.Session session
                ? sessions.close(identity.get().actor(), session.uid())
                : Uni.createFrom().voidItem();
    }
}
