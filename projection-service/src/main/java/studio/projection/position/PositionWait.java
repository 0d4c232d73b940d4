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
        // A session belongs to the context that it was opened in; whoever wakes us or lets a delay pass is elsewhere.
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        List<Uni<Void>> waits =
                wanted.stream().map(position -> await(position, context)).toList();
        return Uni.join()
                .all(waits)
                .andFailFast()
                .replaceWithVoid()
                .ifNoItem()
                .after(config.positionTimeout())
                .failWith(() -> ProblemException.of(
                                ProblemType.PROJECTION_LAGGING, "the tables are not at " + wanted + " yet")
                        .retryAfter(RETRY_AFTER))
                .emitOn(context);
    }

    /** What this instance hears of, or what the table says: once if we write it ourselves, else until it is so. */
    private Uni<Void> await(StreamPosition position, Executor context) {
        Uni<Void> heard = positions.reached(position);
        Uni<Boolean> asked = Uni.createFrom().deferred(() -> streams.revision(position.stream()))
                .map(revision -> revision >= position.revision());
        Uni<Void> read = asked.flatMap(reached -> {
            if (reached) {
                return Uni.createFrom().voidItem();
            }
            return positions.isLive() ? Uni.createFrom().nothing() : poll(asked, context);
        });
        return Uni.join().first(heard, read).toTerminate();
    }

    private Uni<Void> poll(Uni<Boolean> asked, Executor context) {
        return asked.onItem()
                .delayIt()
                .by(config.positionInterval())
                .emitOn(context)
                .repeat()
                .until(reached -> reached)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
