package studio.projection.rest.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import studio.api.problem.ProblemType;
import studio.identity.Identity;
import studio.identity.problem.ProblemException;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.AuditQueries;
import studio.projection.audit.AuditTail;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;
import studio.projection.query.ActorQueries;
import studio.projection.rest.Paging;

/** Lets clients watch the audit. */
@ApplicationScoped
public class AuditWatches {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AuditTail tail;
    private final AuditQueries queries;
    private final ActorQueries actors;
    private final ProjectionConfig.Tail config;
    private final AtomicInteger open;

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
        this.open = registry.gauge("studio.audit.watchers", new AtomicInteger());
    }

    /** Entries that come after that position, or from now on; ends when the identity may no longer read. */
    Multi<OutboundSseEvent> open(Identity identity, AuditFilter filter, Optional<String> lastEventId) {
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        return queries.position().toMulti().flatMap(now -> {
            LogPosition from = lastEventId.map(text -> resume(text, now)).orElse(now);
            enter();
            AuditWatch watch = new AuditWatch(new AuditWatch.Sources(tail, queries, actors, config), filter, identity, from);
            return Multi.createBy()
                    .repeating()
                    .uni(() -> watch.next().emitOn(context).runSubscriptionOn(context))
                    .whilst(news -> !watch.isOver())
                    .onItem()
                    .<OutboundSseEvent>transformToIterable(news -> news)
                    .onTermination()
                    .invoke(open::decrementAndGet);
        });
    }

    private void enter() {
        if (open.incrementAndGet() > config.watcherLimit()) {
            open.decrementAndGet();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "as many watch the audit as can").retryAfter(RETRY_AFTER);
        }
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
