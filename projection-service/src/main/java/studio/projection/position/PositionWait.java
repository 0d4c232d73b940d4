package studio.projection.position;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import studio.api.problem.ProblemType;
import studio.identity.problem.ProblemException;
import studio.projection.config.ProjectionConfig;
import studio.projection.query.StreamQueries;

/** Waits until the tables have what a reader already knows of. */
@ApplicationScoped
public class PositionWait {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Positions positions;
    private final StreamQueries streams;
    private final ProjectionConfig.Reads config;

    PositionWait(Positions positions, StreamQueries streams, ProjectionConfig config) {
        this.positions = positions;
        this.streams = streams;
        this.config = config.reads();
    }

    /** Completes when the tables have all of these; fails with a problem when that takes too long. */
    public Uni<Void> await(List<StreamPosition> wanted) {
        if (wanted.stream().allMatch(positions::hasReached)) {
            return Uni.createFrom().voidItem();
        }
        // A session belongs to the context that it was opened in; whoever asks may be elsewhere, and whoever wakes us
        // is.
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        Uni<Void> heard = Uni.join()
                .all(wanted.stream().map(positions::reached).toList())
                .andFailFast()
                .replaceWithVoid();
        return Uni.join()
                .first(heard, read(wanted, context))
                .toTerminate()
                .ifNoItem()
                .after(config.positionTimeout())
                .failWith(() -> lagging(wanted))
                .emitOn(context)
                .runSubscriptionOn(context);
    }

    /** What the tables say: once if this instance writes them and hears of the rest, else until it is so. */
    private Uni<Void> read(List<StreamPosition> wanted, Executor context) {
        Uni<Boolean> reached = Uni.createFrom()
                .deferred(() -> streams.revisions(
                        wanted.stream().map(StreamPosition::stream).toList()))
                .map(revisions -> wanted.stream()
                        .allMatch(position -> revisions.getOrDefault(position.stream(), 0L) >= position.revision()));
        return reached.flatMap(already -> {
            if (already) {
                return Uni.createFrom().voidItem();
            }
            return positions.isLive() ? Uni.createFrom().nothing() : poll(reached, context);
        });
    }

    private Uni<Void> poll(Uni<Boolean> reached, Executor context) {
        return reached.onItem()
                .delayIt()
                .by(config.positionInterval())
                .emitOn(context)
                .repeat()
                .until(now -> now)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static ProblemException lagging(List<StreamPosition> wanted) {
        return ProblemException.of(ProblemType.PROJECTION_LAGGING, "the tables are not at " + wanted + " yet")
                .retryAfter(RETRY_AFTER);
    }
}
