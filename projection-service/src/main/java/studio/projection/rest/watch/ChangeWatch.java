package studio.projection.rest.watch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.network.Network;
import studio.domain.user.User;
import studio.identity.Identity;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;
import studio.projection.watch.ChangeTail;
import studio.projection.watch.ChangeTail.Mark;
import studio.projection.watch.ChangeTail.News;
import studio.projection.watch.Changed;

/**
 * One client that watches a list or an object. It keeps no changes of its own: what it has not sent is in the tail that all share, and
 * if it is not there any more the client lists again.
 */
final class ChangeWatch implements Watch {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private final Sources sources;
    private final WatchTarget target;
    private final Set<String> topics;
    private Identity identity;
    private Optional<News> begin;
    private Mark mark;
    private boolean over;
    private Instant nextBookmark = Instant.now();
    private Instant nextCheck;

    ChangeWatch(Sources sources, WatchTarget target, Identity identity, LogPosition from, News begin) {
        this.sources = sources;
        this.target = target;
        this.topics = target.topics(identity.actor());
        this.identity = identity;
        this.begin = Optional.of(begin);
        this.mark = new Mark(begin.to().number(), from);
        this.nextCheck = nextBookmark.plus(sources.config().rightsInterval());
    }

    /**
     * Where changes come from.
     *
     * @param tail   the newest changes
     * @param again  finds an identity as it is now, if it may still ask
     * @param config how often
     */
    record Sources(ChangeTail tail, Function<Identity, Uni<Optional<Identity>>> again, ProjectionConfig.Watch config) {}

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Uni<List<OutboundSseEvent>> next() {
        Optional<News> news = begin.or(() -> sources.tail().since(mark, topics));
        begin = Optional.empty();
        if (news.isEmpty()) {
            over = true;
            return Uni.createFrom().item(List.of(Watch.event("expired", mark.position(), Map.of())));
        }
        return news.get().changes().isEmpty()
                ? quiet(news.get().to())
                : rights(news.get().changes()).map(may -> may ? events(news.get()) : List.of());
    }

    /** Nothing that is watched changed, so that the position moves on and nobody has to look at what did. */
    private Uni<List<OutboundSseEvent>> quiet(Mark to) {
        mark = to;
        Instant now = Instant.now();
        if (now.isBefore(nextBookmark)) {
            Duration left = Duration.between(now, nextBookmark);
            return Watch.pause(
                    sources.tail().news(mark, topics), left.compareTo(SHORTEST_PAUSE) > 0 ? left : SHORTEST_PAUSE);
        }
        nextBookmark = now.plus(sources.config().bookmarkInterval());
        List<OutboundSseEvent> bookmark = List.of(Watch.bookmark(mark.position()));
        return now.isBefore(nextCheck)
                ? Uni.createFrom().item(bookmark)
                : again().map(may -> may ? bookmark : List.of());
    }

    private Uni<Boolean> rights(List<Changed> changes) {
        boolean own = changes.stream()
                .anyMatch(changed -> changed.stream().type().equals(StreamType.USER.label())
                        && changed.stream()
                                .name()
                                .value()
                                .equals(identity.actor().name()));
        return own ? again() : Uni.createFrom().item(true);
    }

    private Uni<Boolean> again() {
        return sources.again().apply(identity).map(found -> {
            nextCheck = Instant.now().plus(sources.config().rightsInterval());
            over = found.filter(Identity::mayRead).isEmpty();
            identity = found.orElse(identity);
            return !over;
        });
    }

    /** All but the last have the id from before: whoever is cut off in between gets them again, and misses none. */
    private List<OutboundSseEvent> events(News news) {
        List<Changed> changes = news.changes();
        List<OutboundSseEvent> events = new ArrayList<>();
        for (int i = 0; i < changes.size() && !over; i++) {
            boolean last = i == changes.size() - 1;
            event(changes.get(i), last ? news.to().position() : mark.position()).ifPresent(events::add);
        }
        mark = news.to();
        return events;
    }

    private Optional<OutboundSseEvent> event(Changed changed, LogPosition id) {
        Actor actor = identity.actor();
        boolean visible = changed.isVisibleTo(actor);
        over = target.governs(changed) && !visible;
        if (over || !target.matches(changed) || (!visible && !changed.wasVisibleTo(actor))) {
            return Optional.empty();
        }
        Optional<Entity> there = changed.entity().filter(entity -> visible && !isGone(entity));
        WatchView view = new WatchView(
                changed.key().kind(), changed.key().name(), there.map(entity -> Views.of(changed.stream(), entity)));
        return Optional.of(Watch.event(there.isPresent() ? "changed" : "removed", id, view));
    }

    /** What is kept only as a reminder is in no list. */
    private static boolean isGone(Entity entity) {
        return entity instanceof Backbone.Deleted
                || entity instanceof Network.Deleted
                || entity instanceof User.Removed;
    }
}
