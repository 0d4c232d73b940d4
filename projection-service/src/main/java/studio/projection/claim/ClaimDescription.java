package studio.projection.claim;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;

/** A claim, as the interface's description has it; it is passed on as it came. */
@Schema(name = "Claim", description = "Somebody who was invited asks to be let in.")
public record ClaimDescription(
        @Schema(required = true, description = "The token of the invitation.")
        String token,

        @Schema(
                required = true,
                description = "A certificate request (PKCS #10) in PEM form, with an empty subject. The same key"
                        + " gets the same answer.")
        String certificateRequest,

        @Schema(description = "The name that a member site wants.", examples = "hq")
        Optional<Name> site,

        @Schema(required = true, description = "What the site runs on.")
        Platform platform,

        @Schema(description = "What the invitation asks for, and what else is worth knowing.")
        Map<String, String> metadata,

        @Schema(description = "What happens to changes that nobody at the site looked at; if absent, they wait.")
        Optional<Policy> policy) {

    /** What the participant decided beforehand. */
    @Schema(name = "ClaimPolicy", description = "What the participant decided beforehand.")
    public record Policy(
            @Schema(required = true, description = "What happens to changes.")
            AcceptancePolicy.Mode accept,

            @Schema(description = "When a standing acceptance ends.")
            Optional<Instant> until) {}
}
