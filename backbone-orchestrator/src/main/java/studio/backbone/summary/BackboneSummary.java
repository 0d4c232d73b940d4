package studio.backbone.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a backbone does. */
@Schema(description = "How a backbone does, in a few numbers.")
public record BackboneSummary(
        @Schema(description = "The backbone.", examples = "acme")
        String name,

        @Schema(description = "Its interior sites, by state.")
        Map<String, Long> sites,

        @Schema(description = "Its links, by state.") Map<String, Long> links,

        @Schema(description = "Each link with its state and cost; those that are not up first, as far as 256.")
        List<LinkLine> linkStates,

        @Schema(description = "Its access points, by state.")
        Map<String, Long> accessPoints,

        @Schema(description = "Networks at its access points, by state.")
        Map<String, Long> attachments,

        @Schema(
                description =
                        "Its certificates, by what is left of their lives: `ended`, `day`, `week`, `month` or `later`.")
        Map<String, Long> certificates,

        @Schema(description = "When the first of them ends.")
        Optional<Instant> firstEnd) {

    /** Links that are shown one by one. */
    public static final int MOST_LINKS = 256;

    /** A link. */
    @Schema(description = "A link between interior sites.")
    public record LinkLine(
            @Schema(description = "Its name.", examples = "west-east")
            String link,

            @Schema(description = "The site that connects.") String from,

            @Schema(description = "Where it connects to.") String accessPoint,

            @Schema(description = "What the routers weigh it with.")
            int cost,

            @Schema(description = "Its state.") String state,

            @Schema(description = "Why it is not up.") Optional<String> cause) {}
}
