package studio.projection.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;
import studio.projection.config.ProjectionConfig;
import studio.projection.store.DatabaseException;
import studio.projection.store.Sql;

/**
 * Streams as they stood. Folding takes a processor for a while, so it happens on worker threads, as many at a time as there are
 * connections for it.
 */
@ApplicationScoped
public class PastStates {

    private static final Logger LOGGER = LoggerFactory.getLogger(PastStates.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DataSource database;
    private final PastCache cache;

    PastStates(DataSource database, ProjectionConfig config) {
        this.database = database;
        this.cache = new PastCache(config.history().cacheLimit());
    }

    /** The stream as it stood at each of those moments; a problem if the actor may not know, or there was nothing. */
    public Uni<List<Past>> at(Actor actor, StreamKey stream, List<At> moments) {
        return Workers.run(() -> load(actor, stream, moments));
    }

    private List<Past> load(Actor actor, StreamKey stream, List<At> moments) {
        try (Connection connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            Reading reading = Reading.of(new EventLog(sql), actor, stream);
            return moments.stream().map(at -> load(sql, reading, at)).toList();
        } catch (SQLException | DatabaseException e) {
            LOGGER.atWarn().setCause(e).log("the past cannot be read");
            throw ProblemException.of(ProblemType.UNAVAILABLE, "the past cannot be read at the moment")
                    .retryAfter(RETRY_AFTER);
        }
    }

    private Past load(Sql sql, Reading reading, At at) {
        long revision = reading.revision(at);
        return cache.find(reading.stream(), revision).orElseGet(() -> {
            Instant time = reading.log().time(reading.stream(), revision);
            EntityMap entities = new Replay(sql).at(reading.stream(), revision);
            Past past = new Past(reading.stream(), revision, time, entities);
            cache.put(past);
            return past;
        });
    }

    /** What an actor may read of a stream. */
    private record Reading(EventLog log, StreamKey stream, long head, List<Incarnation> readable) {

        static Reading of(EventLog log, Actor actor, StreamKey stream) {
            List<Incarnation> readable = log.incarnations(stream).stream()
                    .filter(incarnation -> incarnation.isReadableBy(actor))
                    .toList();
            if (readable.isEmpty()) {
                throw notThere(stream, Optional.empty());
            }
            return new Reading(log, stream, log.head(stream), readable);
        }

        long revision(At at) {
            long revision = switch (at) {
                case At.Revision given -> given.number();
                case At.Present present -> head;
                case At.Time given -> log.lastBy(stream, head, given.instant());
            };
            if (revision > head && readable.getLast().until().isEmpty()) {
                throw ProblemException.of(
                        ProblemType.NOT_FOUND, stream + " has no revision " + revision + " yet: its last is " + head);
            }
            if (revision > head || readable.stream().noneMatch(incarnation -> incarnation.covers(revision))) {
                throw notThere(stream, Optional.of(at));
            }
            return revision;
        }
    }

    /** There is no such stream, or none that the actor may know of. */
    static ProblemException notThere(StreamKey stream, Optional<At> at) {
        EntityKey root = StreamType.root(stream);
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "there " + (at.isPresent() ? "was" : "is") + " no " + root.kind() + " '" + root.name() + "'"
                        + at.map(moment -> " at " + moment).orElse(""));
    }
}
