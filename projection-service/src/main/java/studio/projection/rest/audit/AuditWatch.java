package studio.projection.rest.audit;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.identity.Identity;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.AuditQueries;
import studio.projection.audit.AuditTail;
import studio.projection.audit.AuditTail.TailEntry;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;
import studio.projection.query.ActorQueries;
import studio.projection.query.Conditions;
import studio.projection.rest.watch.Watch;

/**
 * One client that watches the audit, and how far it has got. Takes entries from the tail in memory as long as the client keeps up,
 * and from the table when it doesn't. One call at a time.
 */
final class AuditWatch implements Watch {

    private static final int COUNT = 200;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private final Sources sources;
    private final AuditFilter filter;
    private Optional<Identity> identity;
    private LogPosition position;
    private Instant nextBookmark = Instant.now();

    AuditWatch(Sources sources, AuditFilter filter, Identity identity, LogPosition position) {
        this.sources = sources;
        this.filter = filter;
        this.identity = Optional.of(identity);
        this.position = position;
    }

    /**
     * Where entries come from.
     *
     * @param tail    the newest, in memory
     * @param queries all, in the table
     * @param actors  who may still read
     * @param config  how often
     */
    record Sources(AuditTail tail, AuditQueries queries, ActorQueries actors, ProjectionConfig.Tail config) {}

    @Override
    public boolean isOver() {
        return identity.isEmpty();
    }

    @Override
    public Uni<List<OutboundSseEvent>> next() {
        if (!Instant.now().isBefore(nextBookmark)) {
            return bookmark();
        }
        return identity.map(present -> entries(present.actor()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<List<OutboundSseEvent>> bookmark() {
        return sources.actors().again(identity.orElseThrow()).map(found -> {
            identity = found;
            nextBookmark = Instant.now().plus(sources.config().bookmarkInterval());
            return found.isPresent() ? List.of(Watch.bookmark(position)) : List.of();
        });
    }

    private Uni<List<OutboundSseEvent>> entries(Actor actor) {
        Optional<AuditTail.News> news = sources.tail().after(position, COUNT);
        if (news.isEmpty()) {
            return fromTable(actor);
        }
        if (news.get().to().equals(position)) {
            return Watch.pause(sources.tail().news(position), untilBookmark());
        }
        List<AuditEntry> readable = news.get().entries().stream()
                .filter(tail -> mayRead(actor, tail))
                .map(TailEntry::entry)
                .filter(filter::matches)
                .toList();
        return Uni.createFrom().item(events(readable, news.get().to()));
    }

    private static boolean mayRead(Actor actor, TailEntry tail) {
        return Conditions.readsAll(actor) || tail.readers().include(actor);
    }

    /** The position is read first: what is in the table by then is found, and what comes later has a later place. */
    private Uni<List<OutboundSseEvent>> fromTable(Actor actor) {
        return sources.queries()
                .position()
                .flatMap(now -> sources.queries()
                        .after(position, actor, filter, COUNT)
                        .flatMap(found -> {
                            if (found.isEmpty() && now.equals(position)) {
                                return Watch.pause(
                                        Uni.createFrom().nothing(),
                                        sources.config().followInterval());
                            }
                            return Uni.createFrom().item(events(found, found.size() < COUNT ? now : position));
                        }));
    }

    private Duration untilBookmark() {
        Duration left = Duration.between(Instant.now(), nextBookmark);
        return left.compareTo(SHORTEST_PAUSE) > 0 ? left : SHORTEST_PAUSE;
    }

    /** Each event's id is the position after it; the last entries take the position on to where all have been looked at. */
    private List<OutboundSseEvent> events(List<AuditEntry> entries, LogPosition to) {
        List<OutboundSseEvent> events = new ArrayList<>();
        for (AuditEntry entry : entries) {
            position = position.after(entry.place());
            events.add(Watch.event("entry", position, CloudEvent.of(entry)));
        }
        position = position.max(to);
        return events;
    }
}
