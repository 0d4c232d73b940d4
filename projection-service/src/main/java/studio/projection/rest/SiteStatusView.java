package studio.projection.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.domain.plan.SiteStatus;
import studio.projection.feed.Statuses;
import studio.projection.query.Found;

/**
 * How a site does with what it is to have, as it last said.
 *
 * @param acknowledgedAt when it last said how far it is; absent if it never did
 * @param ageSeconds     how long ago that was: the site's health
 * @param applied        what it has applied, by audience
 * @param items          how its items do
 */
public record SiteStatusView(
        Optional<Instant> acknowledgedAt,
        Optional<Long> ageSeconds,
        List<SiteStatus.AudienceVersion> applied,
        List<ItemStatusView> items) {

    /**
     * How one item does.
     *
     * @param item   its key, such as {@code process/web}
     * @param digest what this is about
     * @param state  {@code proposed}, {@code declined}, {@code accepted}, {@code applying}, {@code applied}, {@code observed} or
     *               {@code failed}
     * @param reason why, or where a listener is reached
     */
    public record ItemStatusView(String item, String digest, String state, Optional<String> reason) {}

    static SiteStatusView of(Found site, Statuses statuses, Instant now) {
        Optional<SiteStatus> status =
                statuses.find(site.stream(), site.entity().meta().uid());
        return new SiteStatusView(
                status.map(SiteStatus::acknowledgedAt),
                status.map(there -> Math.max(
                        0, Duration.between(there.acknowledgedAt(), now).toSeconds())),
                status.map(SiteStatus::vector).orElse(List.of()),
                status.map(SiteStatus::items).orElse(List.of()).stream()
                        .map(item -> new ItemStatusView(
                                item.key(),
                                item.digest(),
                                item.progress().name().toLowerCase(Locale.ROOT),
                                item.reason()))
                        .toList());
    }
}
