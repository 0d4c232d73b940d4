package studio.projection.rest.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.identity.Identity;
import studio.identity.problem.ProblemException;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;
import studio.projection.query.ActorQueries;
import studio.projection.query.EntityQueries;
import studio.projection.query.Found;
import studio.projection.query.NetworkQueries;
import studio.projection.rest.Paging;
import studio.projection.watch.ChangeTail;
import studio.projection.watch.ChangeTail.Mark;
import studio.projection.watch.ChangeTail.News;

/** Lets clients watch lists and objects. */
@ApplicationScoped
public class ChangeWatches {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ChangeTail tail;
    private final ActorQueries actors;
    private final EntityQueries entities;
    private final NetworkQueries networks;
    private final ProjectionConfig.Watch config;
    private final Watchers watchers;

    ChangeWatches(
            ChangeTail tail,
            ActorQueries actors,
            EntityQueries entities,
            NetworkQueries networks,
            ProjectionConfig config,
            MeterRegistry registry) {
        this.tail = tail;
        this.actors = actors;
        this.entities = entities;
        this.networks = networks;
        this.config = config.watch();
        this.watchers =
                new Watchers(registry.gauge("studio.watch.watchers", new AtomicInteger()), this.config.watcherLimit());
    }

    /**
     * Where a watch begins.
     *
     * @param target what is watched
     * @param from   the position that the client was at
     * @param news   what changed since
     */
    record Start(WatchTarget target, LogPosition from, News news) {}

    /** Where a watch of that begins, from that position or from now; fails with a problem if it cannot. */
    Uni<Start> start(Actor actor, String path, Optional<String> position) {
        WatchTarget target = WatchTarget.parse(path);
        Start start = position.map(text -> resume(actor, target, text)).orElseGet(() -> now(target));
        return target.stream()
                .map(stream -> root(actor, stream).map(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.NOT_FOUND,
                                Rejection.notFound(StreamType.root(stream)).detail());
                    }
                    return start;
                }))
                .orElseGet(() -> Uni.createFrom().item(start));
    }

    private Uni<Optional<Found>> root(Actor actor, StreamKey stream) {
        String name = stream.name().value();
        if (stream.type().equals(StreamType.NETWORK.label())) {
            return networks.network(actor, name);
        }
        if (stream.type().equals(StreamType.BACKBONE.label())) {
            return entities.backbone(actor, name);
        }
        return stream.type().equals(StreamType.LIBRARY.label())
                ? entities.library(actor, name)
                : entities.user(actor, name);
    }

    private Start now(WatchTarget target) {
        Mark mark = tail.now().orElseThrow(ChangeWatches::elsewhere);
        return new Start(target, mark.position(), new News(List.of(), mark));
    }

    private Start resume(Actor actor, WatchTarget target, String text) {
        LogPosition position = parse(text, tail.now().orElseThrow(ChangeWatches::elsewhere));
        News news = tail.since(position, target.topics(actor))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.WATCH_EXPIRED, "what changed since " + position + " is not kept any more"));
        return new Start(target, position, news);
    }

    private static LogPosition parse(String text, Mark now) {
        try {
            LogPosition position = LogPosition.parse(text);
            if (position.isLike(now.position())) {
                return position;
            }
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid(WatchFilter.LAST_EVENT_ID, String.valueOf(rule.getMessage()));
        }
        throw Paging.invalid(
                WatchFilter.LAST_EVENT_ID, "must be the id of an earlier event; one of now is " + now.position());
    }

    private static ProblemException elsewhere() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "another instance writes the tables, and is watched")
                .retryAfter(RETRY_AFTER);
    }

    /** What changes from there on; ends when the identity may no longer see it. */
    Multi<OutboundSseEvent> open(Identity identity, Start start) {
        ChangeWatch.Sources sources = new ChangeWatch.Sources(tail, actors::again, config);
        return watchers.open(new ChangeWatch(sources, start.target(), identity, start.from(), start.news()));
    }

    /** The position of what a list that is read now has at least; nothing while another instance is watched. */
    Optional<LogPosition> position() {
        return tail.now().map(Mark::position);
    }
}
