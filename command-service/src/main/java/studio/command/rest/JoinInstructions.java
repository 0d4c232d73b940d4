package studio.command.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.Word;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.identity.Secret;

/** What a site needs to join with an invitation. */
@Schema(description = "What a site needs to join with an invitation.")
public record JoinInstructions(
        @Schema(description = "The platform for which they are.", examples = "kubernetes")
        String platform,

        @Schema(
                description = "Where the site claims its place.",
                examples = "https://studio.example.com/api/v1/networks/shop/invitations/stores/claims")
        String claimUrl,

        @Schema(
                description = "For Kubernetes a Secret to apply, otherwise a file of environment variables;"
                        + " with the token in it, so as secret as that.")
        String text) {

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: studio-join-%s
            type: Opaque
            stringData:
              STUDIO_CLAIM_URL: "%s"
              STUDIO_JOIN_TOKEN: "%s"
            """;

    private static final String ENVIRONMENT = """
            STUDIO_CLAIM_URL=%2$s
            STUDIO_JOIN_TOKEN=%3$s
            """;

    /** How to join by that invitation on that platform, where claims are taken at that address. */
    public static JoinInstructions of(String claims, Name network, Name invitation, Platform platform, Secret token) {
        String claimUrl = "%s/api/v1/networks/%s/invitations/%s/claims"
                .formatted(claims.replaceFirst("/+$", ""), network, invitation);
        String form = switch (platform) {
            case KUBERNETES -> SECRET;
            case DOCKER, PODMAN, LINUX -> ENVIRONMENT;
        };
        return new JoinInstructions(Word.of(platform), claimUrl, form.formatted(invitation, claimUrl, token.text()));
    }
}
