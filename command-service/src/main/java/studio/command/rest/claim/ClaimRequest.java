package studio.command.rest.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.command.rest.body.Line;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.Label;
import studio.identity.Secret;

/** The claim of somebody who was invited. Its text leaves the token out, so that no log has it. */
record ClaimRequest(
        @NotBlank @Size(max = ClaimRequest.MAX_TOKEN) String token,
        @NotBlank @Size(max = Pem.MAX_REQUEST) String certificateRequest,
        Optional<Name> site,
        @NotNull Platform platform,

        @Size(max = Limits.MAX_NAMES, message = "may hold at most " + Limits.MAX_NAMES + " entries")
        Map<@Line String, @Line String> metadata,

        @Valid Optional<PolicyRequest> policy) {

    static final int MAX_TOKEN = 200;

    /** What the participant stated about changes that nobody looked at. */
    record PolicyRequest(@NotNull AcceptancePolicy.Mode accept, Optional<Instant> until) {

        AcceptancePolicy toPolicy() {
            return new AcceptancePolicy(accept, until.map(time -> time.truncatedTo(ChronoUnit.MICROS)));
        }
    }

    private Digest tokenHash() {
        return new Secret(token).digest();
    }

    ClaimInvitation of(Name invitation, Digest key) {
        return new ClaimInvitation(
                invitation,
                tokenHash(),
                site,
                key,
                certificateRequest,
                platform,
                metadata.entrySet().stream()
                        .map(entry -> new Label(entry.getKey(), entry.getValue()))
                        .collect(Collectors.toUnmodifiableSet()),
                policy.map(PolicyRequest::toPolicy).orElse(AcceptancePolicy.ASK));
    }

    ClaimInteriorSite ofInterior(Name interiorSite, Digest key) {
        return new ClaimInteriorSite(interiorSite, tokenHash(), key, certificateRequest);
    }

    @Override
    public String toString() {
        return "ClaimRequest[site=" + site + ", platform=" + platform + "]";
    }
}
