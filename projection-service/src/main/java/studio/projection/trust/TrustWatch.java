package studio.projection.trust;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.json.Word;
import studio.backbone.trust.Keeper;
import studio.backbone.trust.Spread;
import studio.backbone.trust.Succession;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Uid;
import studio.projection.config.FeedConfig;
import studio.projection.config.TrustConfig;
import studio.projection.feed.FeedRuntime;
import studio.projection.query.CertificateQueries;
import studio.projection.repeat.Repeated;

/**
 * Looks from time to time whether all who must trust a new authority do, and acknowledges it then in their name. While somebody does not,
 * nothing happens but that it can be seen who, and that somebody is called when it takes too long.
 */
@Singleton
public class TrustWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(TrustWatch.class);

    /** The root is trusted by those who do not say so by the feed; its acknowledgement is the certificate orchestrator's. */
    private static final Set<Kind> WATCHED = Set.of(Kind.INTERIOR_CA, Kind.ACCESS_POINT_CA, Kind.NETWORK_CA);

    private final CertificateQueries certificates;
    private final FeedRuntime feed;
    private final TrustConfig config;
    private final boolean enabled;
    private final Clock clock = Clock.systemUTC();
    private final Set<Uid> called = new HashSet<>();
    private volatile Map<Kind, Waiting> waiting = Map.of();

    /** How many parties are waited for, and for how many authorities that has taken too long. */
    private record Waiting(long parties, long overdue) {

        static final Waiting NONE = new Waiting(0, 0);

        Waiting plus(long more, boolean late) {
            return new Waiting(parties + more, overdue + (late ? 1 : 0));
        }
    }

    TrustWatch(
            CertificateQueries certificates,
            FeedRuntime feed,
            TrustConfig config,
            FeedConfig feedConfig,
            MeterRegistry registry) {
        this.certificates = certificates;
        this.feed = feed;
        this.config = config;
        this.enabled = feedConfig.enabled();
        for (Kind kind : WATCHED) {
            String use = Word.of(kind);
            Gauge.builder(
                            "studio.trust.awaited.parties",
                            this,
                            it -> it.waiting(kind).parties())
                    .description("Sites that do not trust a new authority of that use yet")
                    .tag("use", use)
                    .register(registry);
            Gauge.builder("studio.trust.overdue", this, it -> it.waiting(kind).overdue())
                    .description("New authorities of that use that not all have come to trust in time")
                    .tag("use", use)
                    .register(registry);
        }
    }

    private Waiting waiting(Kind kind) {
        return waiting.getOrDefault(kind, Waiting.NONE);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        if (enabled) {
            Repeated.every(vertx, config.interval(), "looking who trusts new authorities", this::look);
        }
    }

    private Uni<Void> look() {
        return certificates.successions().chain(all -> {
            List<Succession> watched = all.stream()
                    .filter(each ->
                            WATCHED.contains(each.certificate().subject().kind()))
                    .toList();
            if (watched.isEmpty()) {
                waiting = Map.of();
                return Uni.createFrom().voidItem();
            }
            return Uni.createFrom()
                    .completionStage(feed::keepers)
                    .ifNoItem()
                    .after(config.interval())
                    .fail()
                    .invoke(keepers -> judge(watched, keepers))
                    .replaceWithVoid();
        });
    }

    private void judge(List<Succession> successions, List<Keeper> keepers) {
        Map<Kind, Waiting> found = new HashMap<>();
        Instant now = clock.instant();
        for (Succession succession : successions) {
            switch (Spread.of(succession, keepers)) {
                case Spread.Everywhere everywhere -> feed.acknowledge(succession.stream(), succession.uid());
                case Spread.Awaited awaited -> {
                    boolean late = isLate(succession, now);
                    Kind kind = succession.certificate().subject().kind();
                    found.put(kind, found.getOrDefault(kind, Waiting.NONE).plus(awaited.parties(), late));
                    if (late && called.add(succession.uid())) {
                        call(succession, awaited);
                    }
                }
            }
        }
        called.retainAll(successions.stream().map(Succession::uid).toList());
        waiting = Map.copyOf(found);
    }

    private boolean isLate(Succession succession, Instant now) {
        Duration since = Duration.between(succession.certificate().meta().changedAt(), now);
        return since.compareTo(config.deadline()) > 0;
    }

    private static void call(Succession succession, Spread.Awaited awaited) {
        LOGGER.atWarn()
                .addKeyValue("stream", succession.stream())
                .addKeyValue("certificate", succession.uid())
                .addKeyValue("parties", awaited.parties())
                .addKeyValue("some", awaited.some())
                .log("not all who must trust a new authority do; it signs for nobody until they do or are gone");
    }
}
