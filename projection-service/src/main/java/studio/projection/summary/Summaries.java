package studio.projection.summary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.backbone.summary.BackboneSummary;
import studio.backbone.summary.NetworkSummary;
import studio.backbone.summary.NetworkSummary.Delivery;
import studio.backbone.summary.Remaining;
import studio.backbone.summary.Series;
import studio.domain.kernel.StreamKey;
import studio.projection.feed.Statuses;
import studio.projection.query.SummaryQueries;
import studio.projection.query.SummaryQueries.Counted;

/** Sums up one backbone or one network, which is known to be readable. */
@ApplicationScoped
public class Summaries {

    private final SummaryQueries queries;
    private final Statuses statuses;

    Summaries(SummaryQueries queries, Statuses statuses) {
        this.queries = queries;
        this.statuses = statuses;
    }

    /** How that backbone does. */
    public Uni<BackboneSummary> backbone(StreamKey backbone, Instant now) {
        Optional<String> name = Optional.of(backbone.name().value());
        return Uni.combine()
                .all()
                .unis(
                        queries.counts(Counted.INTERIOR_SITES, name),
                        queries.counts(Counted.LINKS, name),
                        queries.links(backbone),
                        queries.counts(Counted.ACCESS_POINTS, name),
                        queries.counts(Counted.ATTACHMENTS, name),
                        queries.ends(Optional.of(backbone)))
                .asTuple()
                .map(parts -> {
                    List<Instant> ends = parts.getItem6().getOrDefault(name.get(), List.of());
                    return new BackboneSummary(
                            name.get(),
                            Series.byWord(parts.getItem1()),
                            Series.byWord(parts.getItem2()),
                            parts.getItem3(),
                            Series.byWord(parts.getItem4()),
                            Series.byWord(parts.getItem5()),
                            Remaining.count(ends, now),
                            ends.stream().findFirst());
                });
    }

    /** How that network does. */
    public Uni<NetworkSummary> network(StreamKey network, Instant now) {
        return queries.counts(Counted.MEMBER_SITES, Optional.of(network.name().value()))
                .map(sites -> new NetworkSummary(
                        network.name().value(), Series.byWord(sites), delivery(statuses.total(network), now)));
    }

    static Delivery delivery(Statuses.Total total, Instant now) {
        return new Delivery(
                total.tally().sent(),
                total.tally().applied(),
                total.tally().declined(),
                total.tally().failed(),
                total.sites(),
                total.oldest()
                        .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds())));
    }
}
