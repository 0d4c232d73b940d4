package studio.projection.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.api.json.Word;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.identity.Caller;
import studio.identity.Credential;

/** Who asks. */
@Path("/api/v1/me")
@Tag(name = "Users")
public class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Show who you are signed in as")
    public MeView get() {
        Actor actor = caller.actor();
        return switch (caller.identity().credential()) {
            case Credential.Session session ->
                MeView.of(actor, Optional.of(session.uid().toString()), Optional.empty(), Optional.empty());
            case Credential.Token token ->
                MeView.of(
                        actor, Optional.empty(), Optional.of(token.name().value()), Optional.of(words(token.scopes())));
        };
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Word::of).sorted().toList();
    }

    @Schema(name = "Me", description = "Who asks, and by what they are known.")
    record MeView(
            String username,
            List<String> roles,
            List<String> groups,

            @Schema(description = "The session, if you are signed in with one.")
            Optional<String> session,

            @Schema(description = "The API token's name, if you sent one.")
            Optional<String> token,

            @Schema(description = "What that API token may be used for.")
            Optional<List<String>> scopes) {

        static MeView of(Actor actor, Optional<String> session, Optional<String> token, Optional<List<String>> scopes) {
            List<String> groups =
                    actor.groups().stream().map(Name::value).sorted().toList();
            return new MeView(actor.name(), words(actor.roles()), groups, session, token, scopes);
        }
    }
}
