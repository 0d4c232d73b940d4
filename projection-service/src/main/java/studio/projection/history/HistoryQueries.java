package studio.projection.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.AuditRow;
import studio.projection.query.Conditions;
import studio.projection.query.Cursor;
import studio.projection.query.Page;

/** Asks for what happened in a stream, or to one of its entities. What the actor may not read does not exist here. */
@ApplicationScoped
public class HistoryQueries {

    private static final String HAPPENED = "r.outcome = 'accepted'";

    private final Mutiny.SessionFactory sessions;

    HistoryQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** In which order history is told. */
    public enum Order {
        /** The newest event first. */
        NEWEST("desc", "<"),
        /** The oldest event first. */
        OLDEST("asc", ">");

        private final String direction;
        private final String beyond;

        Order(String direction, String beyond) {
            this.direction = direction;
            this.beyond = beyond;
        }
    }

    /** A page of a stream's events, of those that concern the subject if there is one. */
    public Uni<Page<AuditEntry>> page(
            Actor actor, StreamKey stream, Optional<EntityKey> subject, Page.Wanted page, Order order) {
        Conditions conditions = of(stream, subject).happenedReadablyFor(actor);
        page.after()
                .ifPresent(cursor -> conditions.and(
                        "r.revision " + order.beyond + " :after",
                        "after",
                        Long.valueOf(cursor.values().getFirst())));
        return select(rows(subject) + conditions.where() + by(subject, order), conditions, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), entry -> Cursor.of(String.valueOf(entry.revision()))));
    }

    private static Conditions of(StreamKey stream, Optional<EntityKey> subject) {
        Conditions conditions = new Conditions().and(HAPPENED).equal("stream", Optional.of(stream.toString()));
        subject.ifPresent(entity -> conditions.and("h.subject = :subject", "subject", entity.toString()));
        return conditions;
    }

    /** An entity's events are found and ordered by their own index, since they may be few among many. */
    private static String rows(Optional<EntityKey> subject) {
        return subject.isPresent()
                ? "select r from HistoryRow h join AuditRow r on r.stream = h.stream and r.revision = h.revision"
                : "select r from AuditRow r";
    }

    private static String by(Optional<EntityKey> subject, Order order) {
        return " order by " + (subject.isPresent() ? "h" : "r") + ".revision " + order.direction;
    }

    /** The last event that concerns an entity, of those that the actor may read. */
    Uni<Optional<AuditEntry>> last(Actor actor, StreamKey stream, EntityKey entity) {
        return last(Optional.of(entity), of(stream, Optional.of(entity)).happenedReadablyFor(actor));
    }

    /** The last event before that revision that concerns an entity; whoever asks must see to it that nobody reads what he may not. */
    Uni<Optional<AuditEntry>> lastBefore(StreamKey stream, EntityKey entity, long revision) {
        Optional<EntityKey> subject = Optional.of(entity);
        return last(subject, of(stream, subject).and("h.revision < :before", "before", revision));
    }

    private Uni<Optional<AuditEntry>> last(Optional<EntityKey> subject, Conditions conditions) {
        return first(rows(subject) + conditions.where() + by(subject, Order.NEWEST), conditions);
    }

    /** The event of those conditions that happened last; whoever asks must see to it that nobody reads what he may not. */
    Uni<Optional<AuditEntry>> last(Conditions conditions) {
        Conditions all = conditions.and(HAPPENED);
        return first("from AuditRow r" + all.where() + " order by r.occurredAt desc, r.revision desc", all);
    }

    /** Says whether the actor may read that entry. */
    Uni<Boolean> isReadable(Actor actor, AuditEntry entry) {
        Conditions conditions = of(entry.stream(), Optional.empty())
                .and("r.revision = :revision", "revision", entry.revision())
                .happenedReadablyFor(actor);
        return first("from AuditRow r" + conditions.where(), conditions).map(Optional::isPresent);
    }

    private Uni<Optional<AuditEntry>> first(String query, Conditions conditions) {
        return select(query, conditions, 1).map(found -> found.stream().findFirst());
    }

    private Uni<List<AuditEntry>> select(String query, Conditions conditions, int count) {
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, AuditRow.class))
                        .setMaxResults(count)
                        .getResultList())
                .map(rows -> rows.stream().map(AuditRow::entry).toList());
    }
}
