package studio.command.rest.session;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.Word;

@Schema(name = "SignedIn", description = "Who is signed in now. The session itself is in the cookie.")
record SignedInView(
        @Schema(description = "The user's name.", examples = "alice")
        String username,

        @Schema(description = "Its roles.") List<String> roles,

        @Schema(description = "When the session closes by itself.")
        Instant expiresAt) {

    static SignedInView of(OpenSession session) {
        List<String> roles =
                session.user().roles().stream().map(Word::of).sorted().toList();
        return new SignedInView(session.user().name(), roles, session.expiresAt());
    }
}
