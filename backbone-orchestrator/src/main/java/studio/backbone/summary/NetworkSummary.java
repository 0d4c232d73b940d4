package studio.backbone.summary;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an application network does. */
@Schema(description = "How an application network does, in a few numbers.")
public record NetworkSummary(
        @Schema(description = "The network.", examples = "shop")
        String name,

        @Schema(description = "Its sites, by state.") Map<String, Long> sites,

        @Schema(description = "What its sites are to have, and how far they are with it.")
        Delivery delivery) {

    /** How far sites are with what they are to have. */
    @Schema(
            name = "SummaryDelivery",
            description = "How far sites are with what they are to have, item by item and site by site.")
    public record Delivery(
            @Schema(description = "Items that sites have received and spoken of.")
            long delivered,

            @Schema(description = "Of these, those that are applied.")
            long applied,

            @Schema(description = "Of these, those that a participant declined.")
            long declined,

            @Schema(description = "Of these, those that do not work.")
            long failed,

            @Schema(description = "Sites that have spoken of theirs.")
            long reporting,

            @Schema(description = "How long ago the one that was silent longest said how far it is, in seconds.")
            Optional<Long> watermarkAgeSeconds) {}
}
