package studio.command.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a site needs to join. */
@Schema(description = "What a site needs to join.")
public record JoinInstructions(
        @Schema(description = "The platform for which they are.", examples = "kubernetes")
        String platform,

        @Schema(
                description = "Where the site claims its place.",
                examples = "https://studio.example.com/api/v1/networks/shop/invitations/stores/claims")
        String claimUrl,

        @Schema(
                description = "Address and token in one line; as secret as the token.",
                examples = "studio-join-1.eyJ2IjoxLCJjbGFpbVVybCI6Imh0dHBzOi8v")
        String bundle,

        @Schema(
                description = "What to run at the site, whose directory it fills.",
                examples = "./studio join studio-join-1.eyJ2IjoxLCJjbGFpbVVybCI6Imh0dHBzOi8v --dir stores")
        String command,

        @Schema(description = "What to hand over: for Kubernetes a Secret to apply, otherwise the bundle.")
        String text) {}
