package studio.projection.rest.watch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.ProblemType;
import studio.identity.problem.ProblemException;

/** Those who watch the same sort of thing at a time: as many as there may be. */
public final class Watchers {

    private static final Logger LOGGER = LoggerFactory.getLogger(Watchers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AtomicInteger open;
    private final int limit;

    /** Nobody yet; {@code open} counts them. */
    public Watchers(AtomicInteger open, int limit) {
        this.open = open;
        this.limit = limit;
    }

    /** What the client of that watch gets, until it is over or the client leaves. */
    public Multi<OutboundSseEvent> open(Watch watch) {
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        enter();
        return Multi.createBy()
                .repeating()
                .uni(() -> watch.next().emitOn(context).runSubscriptionOn(context))
                .whilst(news -> !watch.isOver())
                .onItem()
                .<OutboundSseEvent>transformToIterable(news -> news)
                .onFailure()
                .invoke(failure -> LOGGER.atWarn().setCause(failure).log("a watch broke off"))
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private void enter() {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "as many watch as can")
                    .retryAfter(RETRY_AFTER);
        }
    }
}
