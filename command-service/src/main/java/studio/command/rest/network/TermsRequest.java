package studio.command.rest.network;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Name;
import studio.domain.network.MemberInvitation;

@Schema(name = "InvitationTerms", description = "What an invitation promises, and what it asks for.")
record TermsRequest(
        @Schema(description = "The classes of the sites that join.", examples = "[\"gold\"]")
        Set<Name> siteClasses,

        @Schema(description = "When it stops letting sites in; if absent, never.", examples = "2030-01-01T00:00:00Z")
        Optional<Instant> joinDeadline,

        @Schema(description = "How many sites may join; if absent, any number.", examples = "100")
        Optional<@Min(1) Long> instanceLimit,

        @Schema(
                description = "The beginning of the names of sites that bring none; if absent, the invitation's name.",
                examples = "store")
        Optional<Name> namePrefix,

        @Schema(description = "Whether somebody at the site has to confirm the join.", defaultValue = "false")
        Optional<Boolean> interactive,

        @Schema(description = "What a site must tell of itself, by key.", examples = "[\"city\"]")
        Set<Name> requiredMetadata,

        @Schema(
                description = "Whether its sites belong to the network's owner, and accept all changes.",
                defaultValue = "false")
        Optional<Boolean> ownSite) {

    /** Anybody who has a token may join. */
    static final MemberInvitation.Terms NONE = new MemberInvitation.Terms(
            Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), false);

    MemberInvitation.Terms toTerms() {
        return new MemberInvitation.Terms(
                siteClasses,
                joinDeadline.map(Times::kept),
                instanceLimit,
                namePrefix,
                interactive.orElse(false),
                requiredMetadata,
                ownSite.orElse(false));
    }
}
