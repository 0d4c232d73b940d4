package studio.projection.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.plan.SiteStatus;

/**
 * How a site does with what it is to have, as it last said.
 *
 * @param acknowledgedAt when it last said how far it is; absent if it never did
 * @param ageSeconds     how long ago that was
 * @param applied        what it has applied, by audience
 * @param items          how its items do
 */
public record SiteStatusView(
        @Schema(description = "When it last said how far it is; absent if it never did.")
        Optional<Instant> acknowledgedAt,

        @Schema(description = "How many seconds ago that was: the site's health.")
        Optional<Long> ageSeconds,

        @Schema(description = "The revision of each audience that it has applied.")
        List<SiteStatus.AudienceVersion> applied,

        @Schema(description = "How its items do.") List<ItemView> items) {

    /**
     * How one item does.
     *
     * @param item   its key
     * @param digest what this is about
     * @param state  how it does
     * @param reason why, or where
     */
    public record ItemView(
            @Schema(description = "The item's key, such as `process/web`.")
            String item,

            @Schema(description = "What this is about.") String digest,

            @Schema(description = "`proposed`, `declined`, `accepted`, `applying`, `applied`, `observed` or `failed`")
            String state,

            @Schema(description = "Why it failed or was declined, or where a listener is reached.")
            Optional<String> reason) {}

    static SiteStatusView of(Optional<SiteStatus> status, Instant now) {
        return new SiteStatusView(
                status.map(SiteStatus::acknowledgedAt),
                status.map(there -> Math.max(
                        0, Duration.between(there.acknowledgedAt(), now).toSeconds())),
                status.map(SiteStatus::vector).orElse(List.of()),
                status.map(SiteStatus::items).orElse(List.of()).stream()
                        .map(item -> new ItemView(
                                item.key(),
                                item.digest(),
                                item.progress().name().toLowerCase(Locale.ROOT),
                                item.reason()))
                        .toList());
    }
}
