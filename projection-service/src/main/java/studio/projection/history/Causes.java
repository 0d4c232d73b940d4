package studio.projection.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.Place;
import studio.projection.history.Reason.End;
import studio.projection.history.Reason.Step;
import studio.projection.query.Conditions;

/**
 * Follows causes over all streams: an event names what led to its command, and what the clock did follows from what happened last
 * to the same entity. Stops at a person.
 */
@ApplicationScoped
public class Causes {

    private static final int MAX_STEPS = 50;

    private final HistoryQueries history;

    Causes(HistoryQueries history) {
        this.history = history;
    }

    /** Why that entity is as it is; nothing if the actor may know of none of its events. */
    public Uni<Optional<Reason>> of(Actor actor, StreamKey stream, EntityKey entity) {
        return history.last(actor, stream, entity)
                .flatMap(last -> last.map(entry -> new Trail(actor, entry))
                        .map(trail -> follow(trail).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** How far the causes have been followed. */
    private static final class Trail {

        private final Actor actor;
        private final List<Step> steps = new ArrayList<>();
        private final Set<Place> seen = new HashSet<>();
        private AuditEntry last;

        Trail(Actor actor, AuditEntry first) {
            this.actor = actor;
            this.last = first;
            add(first, true);
        }

        /** Several steps that are hidden look like one, so that not even their number is told. */
        void add(AuditEntry entry, boolean readable) {
            last = entry;
            seen.add(entry.place());
            Step step = new Step(Optional.of(entry).filter(each -> readable));
            if (readable || steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }

        Reason end(End end) {
            boolean hidden = steps.getLast().entry().isEmpty();
            return new Reason(List.copyOf(steps), hidden ? End.HIDDEN : end);
        }
    }

    private Uni<Reason> follow(Trail trail) {
        AuditEntry.Cause cause = trail.last.cause();
        if (cause.actor().kind() == Actor.Type.USER) {
            return Uni.createFrom().item(trail.end(End.PERSON));
        }
        if (trail.seen.size() == MAX_STEPS) {
            return Uni.createFrom().item(trail.end(End.LIMIT));
        }
        return cause(trail.last)
                .flatMap(found -> found.filter(entry -> !trail.seen.contains(entry.place()))
                        .map(entry -> step(trail, entry))
                        .orElseGet(() -> Uni.createFrom()
                                .item(trail.end(cause.causationId().isPresent() ? End.UNKNOWN : End.ORIGIN))));
    }

    private Uni<Reason> step(Trail trail, AuditEntry entry) {
        return history.isReadable(trail.actor, entry)
                .invoke(readable -> trail.add(entry, readable))
                .flatMap(added -> follow(trail));
    }

    private Uni<Optional<AuditEntry>> cause(AuditEntry entry) {
        AuditEntry.Cause cause = entry.cause();
        if (cause.causationId().isPresent()) {
            return named(entry, cause.causationId().get());
        }
        if (cause.actor().kind() == Actor.Type.TIMER) {
            return history.lastBefore(entry.stream(), EntityKey.parse(entry.subject()), entry.revision());
        }
        return Uni.createFrom().item(Optional.empty());
    }

    /** An event by its id, or the last that a command led to. */
    private Uni<Optional<AuditEntry>> named(AuditEntry entry, String id) {
        return event(id)
                .map(history::last)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : history.last(new Conditions()
                                .and("r.commandId = :id", "id", id)
                                .and("r.occurredAt <= :by", "by", entry.occurredAt())));
    }

    private static Optional<Conditions> event(String id) {
        try {
            return Optional.of(new Conditions().and("r.eventId = :id", "id", UUID.fromString(id)));
        } catch (IllegalArgumentException noUid) {
            return Optional.empty();
        }
    }
}
