package studio.backbone.artifact;

import java.util.List;
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
        String text,

        @Schema(description = "The same as files to put somewhere, for sites that nobody starts by hand.")
        List<ArtifactFile> files) {

    /** Keeps its own copy. */
    public JoinInstructions {
        files = List.copyOf(files);
    }

    /** A file of them. */
    @Schema(name = "ArtifactFile", description = "A file, and where it belongs.")
    public record ArtifactFile(
            @Schema(
                    description = "Where it belongs; `~` is the home of whoever runs the site.",
                    examples = "~/studio/stores.bundle")
            String path,

            @Schema(description = "Whether it is as secret as the token.")
            boolean secret,

            @Schema(description = "What is in it.") String content) {}
}
