package studio.projection.rest.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import studio.identity.Identity;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.AuditQueries;
import studio.projection.audit.AuditTail;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;
import studio.projection.query.ActorQueries;
import studio.projection.rest.Paging;
import studio.projection.rest.watch.Watchers;

/** Lets clients watch the audit. */
@ApplicationScoped
public class AuditWatches {

    private final AuditTail tail;
    private final AuditQueries queries;
    private final ActorQueries actors;
    private final ProjectionConfig.Tail config;
    private final Watchers watchers;

    AuditWatches(
            AuditTail tail,
            AuditQueries queries,
            ActorQueries actors,
            ProjectionConfig config,
            MeterRegistry registry) {
        this.tail = tail;
        this.queries = queries;
        this.actors = actors;
        this.config = config.tail();
        this.watchers =
                new Watchers(registry.gauge("studio.audit.watchers", new AtomicInteger()), this.config.watcherLimit());
    }

    /** The position from which a client wants to go on, or that of now; fails with a problem if it is none of this log. */
    Uni<LogPosition> start(Optional<String> lastEventId) {
        return queries.position()
                .map(now -> lastEventId.map(text -> resume(text, now)).orElse(now));
    }

    /** Entries that come after that position; ends when the identity may no longer read. */
    Multi<OutboundSseEvent> open(Identity identity, AuditFilter filter, LogPosition from) {
        AuditWatch.Sources sources = new AuditWatch.Sources(tail, queries, actors, config);
        return watchers.open(new AuditWatch(sources, filter, identity, from));
    }

    private static LogPosition resume(String text, LogPosition now) {
        try {
            LogPosition position = LogPosition.parse(text);
            if (position.isLike(now)) {
                return position;
            }
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid("Last-Event-ID", String.valueOf(rule.getMessage()));
        }
        throw Paging.invalid("Last-Event-ID", "must be the id of an earlier event; one of now is " + now);
    }
}
