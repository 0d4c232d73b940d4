package studio.projection.rest.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditWatches.class);
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

    /** The position from which a client wants to go on, or that of now; fails with a problem if it is none of this log. */
    Uni<LogPosition> start(Optional<String> lastEventId) {
        return queries.position()
                .map(now -> lastEventId.map(text -> resume(text, now)).orElse(now));
    }

    /** Entries that come after that position; ends when the identity may no longer read. */
    Multi<OutboundSseEvent> open(Identity identity, AuditFilter filter, LogPosition from) {
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        enter();
        AuditWatch watch =
                new AuditWatch(new AuditWatch.Sources(tail, queries, actors, config), filter, identity, from);
        return events(watch, context);
    }

    private Multi<OutboundSseEvent> events(AuditWatch watch, Executor context) {
        return Multi.createBy()
                .repeating()
                .uni(() -> watch.next().emitOn(context).runSubscriptionOn(context))
                .whilst(news -> !watch.isOver())
                .onItem()
                .<OutboundSseEvent>transformToIterable(news -> news)
                .onFailure()
                .invoke(failure -> LOGGER.atWarn().setCause(failure).log("a watch of the audit broke off"))
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private void enter() {
        if (open.incrementAndGet() > config.watcherLimit()) {
            open.decrementAndGet();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "as many watch the audit as can")
                    .retryAfter(RETRY_AFTER);
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
