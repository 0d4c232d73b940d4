package studio.projection.health;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.AuditQueries;
import studio.projection.history.HistoryQueries;
import studio.projection.history.HistoryQueries.Order;
import studio.projection.query.EntityQueries;
import studio.projection.query.Listing;
import studio.projection.query.Page;
import studio.projection.query.StreamQueries;

/**
 * Ready when queries have been made once. The very first one loads a parser, which can block everybody's requests for seconds: so it
 * is made before anybody asks.
 */
@Readiness
@ApplicationScoped
public class QueriesReadiness implements HealthCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(QueriesReadiness.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final EntityQueries entities;
    private final StreamQueries streams;
    private final AuditQueries audit;
    private final HistoryQueries history;
    private volatile boolean done;

    QueriesReadiness(EntityQueries entities, StreamQueries streams, AuditQueries audit, HistoryQueries history) {
        this.entities = entities;
        this.streams = streams;
        this.audit = audit;
        this.history = history;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> once().onFailure()
                .retry()
                .withBackOff(RETRY)
                .indefinitely()
                .subscribe()
                .with(
                        ready -> done = true,
                        failure -> LOGGER.atWarn().setCause(failure).log("queries cannot be made")));
    }

    /** As somebody who may read nothing: that is the longer query. */
    private Uni<?> once() {
        Name nobody = Name.of("nobody");
        StreamKey stream = StreamType.BACKBONE.key(nobody);
        StreamKey library = StreamType.LIBRARY.key(nobody);
        Actor actor = Actor.user(nobody, Set.of(), Set.of());
        Page.Wanted page = new Page.Wanted(1, Optional.empty());
        return streams.revisions(List.of(stream))
                .flatMap(done -> entities.users(actor, page, Map.of()))
                .flatMap(done -> entities.backbones(actor, page, Map.of()))
                .flatMap(done -> entities.backbone(actor, nobody.value()))
                .flatMap(done -> entities.libraries(actor, page))
                .flatMap(done -> entities.library(actor, nobody.value()))
                .flatMap(done -> entities.of(Listing.IMAGES, library, page, Map.of()))
                .flatMap(done -> entities.of(Listing.IMAGE_VERSIONS, library, page, Map.of()))
                .flatMap(done -> entities.of(Listing.SERVICES, library, page, Map.of()))
                .flatMap(done -> entities.of(Listing.SITES, stream, page, Map.of()))
                .flatMap(done -> entities.find(Listing.SITES, stream, nobody.value()))
                .flatMap(done -> entities.of(Listing.ACCESS_POINTS, stream, page, Map.of()))
                .flatMap(done -> entities.of(Listing.LINKS, stream, page, Map.of()))
                .flatMap(done -> entities.of(Listing.CERTIFICATES, stream, page, Map.of()))
                .flatMap(done -> audit.newest(actor, AuditFilter.ALL, page))
                .flatMap(done -> audit.byStream(actor, AuditFilter.ALL, page))
                .flatMap(done -> history.page(actor, stream, Optional.empty(), page, Order.NEWEST))
                .flatMap(done -> history.page(actor, stream, Optional.of(StreamType.root(stream)), page, Order.NEWEST));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queries").status(done).build();
    }
}
