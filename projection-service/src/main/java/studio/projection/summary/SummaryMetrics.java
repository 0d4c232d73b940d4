package studio.projection.summary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backbone.summary.Remaining;
import studio.backbone.summary.Series;
import studio.domain.StreamType;
import studio.domain.kernel.StreamKey;
import studio.projection.config.SummaryConfig;
import studio.projection.feed.Statuses;
import studio.projection.query.SummaryQueries;
import studio.projection.query.SummaryQueries.Counted;
import studio.projection.repeat.Repeated;

/** The same numbers for whoever collects metrics, counted from time to time. No series is of one site. */
@Singleton
public class SummaryMetrics {

    private static final String STATE = "state";

    private final SummaryQueries queries;
    private final Statuses statuses;
    private final SummaryConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Map<Counted, MultiGauge> counted = new EnumMap<>(Counted.class);
    private final MultiGauge certificates;
    private final MultiGauge items;
    private final MultiGauge watermarks;

    SummaryMetrics(SummaryQueries queries, Statuses statuses, SummaryConfig config, MeterRegistry registry) {
        this.queries = queries;
        this.statuses = statuses;
        this.config = config;
        counted.put(
                Counted.INTERIOR_SITES,
                gauge(registry, "studio.backbone.interior.sites", "Interior sites of a backbone"));
        counted.put(Counted.LINKS, gauge(registry, "studio.backbone.links", "Links of a backbone"));
        counted.put(
                Counted.ACCESS_POINTS, gauge(registry, "studio.backbone.access.points", "Access points of a backbone"));
        counted.put(
                Counted.ATTACHMENTS,
                gauge(registry, "studio.backbone.attachments", "Networks at access points of a backbone"));
        counted.put(Counted.MEMBER_SITES, gauge(registry, "studio.network.sites", "Sites of a network"));
        this.certificates = gauge(
                registry, "studio.backbone.certificates", "Certificates of a backbone by what is left of their lives");
        this.items = gauge(
                registry, "studio.network.items", "What sites of a network are to have, item by item and site by site");
        this.watermarks = gauge(
                registry,
                "studio.network.watermark.age.seconds",
                "How long ago the site of a network that was silent longest said how far it is");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        Repeated.every(vertx, config.interval(), "summing up", this::look);
    }

    private Uni<?> look() {
        Uni<Void> looked = queries.ends(Optional.empty())
                .invoke(ends -> show(certificates, "backbone", "left", lives(ends)))
                .replaceWithVoid();
        for (Counted each : Counted.values()) {
            String owner = each == Counted.MEMBER_SITES ? "network" : "backbone";
            looked = looked.chain(() -> queries.counts(each, Optional.empty()))
                    .invoke(counts -> Optional.ofNullable(counted.get(each))
                            .ifPresent(gauge -> show(gauge, owner, STATE, counts)))
                    .replaceWithVoid();
        }
        return looked.invoke(this::deliveries);
    }

    private List<Series.Count> lives(Map<String, List<Instant>> ends) {
        List<Series.Count> lives = new ArrayList<>();
        Instant now = clock.instant();
        ends.forEach((backbone, all) ->
                Remaining.count(all, now).forEach((left, count) -> lives.add(new Series.Count(backbone, left, count))));
        return lives;
    }

    private void deliveries() {
        List<Series.Count> counts = new ArrayList<>();
        List<Series.Count> ages = new ArrayList<>();
        Instant now = clock.instant();
        statuses.totals().forEach((stream, total) -> {
            if (isNetwork(stream)) {
                String network = stream.name().value();
                counts.add(new Series.Count(network, "delivered", total.tally().sent()));
                counts.add(new Series.Count(network, "applied", total.tally().applied()));
                counts.add(new Series.Count(network, "declined", total.tally().declined()));
                counts.add(new Series.Count(network, "failed", total.tally().failed()));
                total.oldest()
                        .ifPresent(oldest -> ages.add(new Series.Count(
                                network,
                                "oldest",
                                Math.max(0, Duration.between(oldest, now).toSeconds()))));
            }
        });
        show(items, "network", STATE, counts);
        show(watermarks, "network", "of", oldest(ages));
    }

    /** Ages do not add up: of those that are told together only the first have one. */
    private List<Series.Count> oldest(List<Series.Count> ages) {
        return Series.bounded(ages, config.ownersLimit()).stream()
                .filter(age -> !age.owner().equals(Series.OTHERS))
                .toList();
    }

    private static boolean isNetwork(StreamKey stream) {
        return stream.type().equals(StreamType.NETWORK.label());
    }

    private void show(MultiGauge gauge, String owner, String word, List<Series.Count> counts) {
        gauge.register(
                Series.bounded(counts, config.ownersLimit()).stream()
                        .map(each -> Row.of(Tags.of(owner, each.owner(), word, each.word()), each.count()))
                        .toList(),
                true);
    }
}
