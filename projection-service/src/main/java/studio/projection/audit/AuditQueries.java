package studio.projection.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.Actor;
import studio.projection.query.Conditions;
import studio.projection.query.Cursor;
import studio.projection.query.Page;
import studio.projection.query.PositionRow;
import studio.schema.Topic;

/** Asks the audit's table. What the actor may not read does not exist here: who owned an incarnation reads its history. */
@ApplicationScoped
public class AuditQueries {

    private static final String PLACE = "r.outcome, r.partition, r.offset";

    private final Mutiny.SessionFactory sessions;

    AuditQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The newest entries first. */
    public Uni<Page<AuditEntry>> newest(Actor actor, AuditFilter filter, Page.Wanted page) {
        Conditions conditions = conditions(actor, filter);
        page.after().ifPresent(cursor -> before(cursor, conditions));
        String order = " order by r.occurredAt desc, r.outcome desc, r.partition desc, r.offset desc";
        return select(conditions, order, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), AuditQueries::place));
    }

    private static Cursor place(AuditEntry entry) {
        Place place = entry.place();
        return Cursor.of(
                entry.occurredAt().toString(),
                Outcome.of(place.topic()).word(),
                String.valueOf(place.partition()),
                String.valueOf(place.offset()));
    }

    private static void before(Cursor cursor, Conditions conditions) {
        List<String> values = cursor.values();
        conditions
                .and(
                        "(r.occurredAt, " + PLACE + ") < (:lastTime, :lastOutcome, :lastPartition, :lastOffset)",
                        "lastTime",
                        Instant.parse(values.get(0)))
                .with("lastOutcome", values.get(1))
                .with("lastPartition", Integer.valueOf(values.get(2)))
                .with("lastOffset", Long.valueOf(values.get(3)));
    }

    /** The entries of one stream after the other, each in the order of its revisions: as many as {@code count} after a cursor. */
    public Uni<Page<AuditEntry>> byStream(Actor actor, AuditFilter filter, Page.Wanted page) {
        Conditions conditions = conditions(actor, filter);
        page.after().ifPresent(cursor -> {
            List<String> values = cursor.values();
            conditions
                    .and(
                            "(r.stream, r.revision, " + PLACE
                                    + ") > (:lastStream, :lastRevision, :lastOutcome, :lastPartition, :lastOffset)",
                            "lastStream",
                            values.get(0))
                    .with("lastRevision", Long.valueOf(values.get(1)))
                    .with("lastOutcome", values.get(2))
                    .with("lastPartition", Integer.valueOf(values.get(3)))
                    .with("lastOffset", Long.valueOf(values.get(4)));
        });
        String order = " order by r.stream, r.revision, " + PLACE;
        return select(conditions, order, page.limit() + 1)
                .map(found -> Page.of(
                        found,
                        page.limit(),
                        entry -> Cursor.of(
                                entry.stream().toString(),
                                String.valueOf(entry.revision()),
                                Outcome.of(entry.place().topic()).word(),
                                String.valueOf(entry.place().partition()),
                                String.valueOf(entry.place().offset()))));
    }

    /** Entries that are in the log after that position, one partition after the other. */
    public Uni<List<AuditEntry>> after(LogPosition position, Actor actor, AuditFilter filter, int count) {
        Conditions conditions = conditions(actor, filter);
        List<String> ranges = new ArrayList<>();
        for (Topic topic : List.of(Topic.EVENTS, Topic.OUTCOMES)) {
            String outcome = Outcome.of(topic).word();
            List<Long> offsets = position.offsets(topic);
            for (int partition = 0; partition < offsets.size(); partition++) {
                String parameter = outcome + partition;
                ranges.add("(r.outcome = '%s' and r.partition = %d and r.offset >= :%s)"
                        .formatted(outcome, partition, parameter));
                conditions.with(parameter, offsets.get(partition));
            }
        }
        conditions.and("(" + String.join(" or ", ranges) + ")");
        return select(conditions, " order by " + PLACE, count);
    }

    private Uni<List<AuditEntry>> select(Conditions conditions, String order, int count) {
        String query = "from AuditRow r" + conditions.where() + order;
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, AuditRow.class))
                        .setMaxResults(count)
                        .getResultList())
                .map(rows -> rows.stream().map(AuditRow::entry).toList());
    }

    private static Conditions conditions(Actor actor, AuditFilter filter) {
        Conditions conditions = new Conditions()
                .happenedReadablyFor(actor)
                .equal("stream", filter.stream())
                .equal("actorName", filter.actor())
                .equal("outcome", filter.outcome().map(Outcome::word))
                .equal("subject", filter.subject())
                .equal("commandId", filter.commandId());
        filter.typeNames().ifPresent(names -> conditions.and("r.type in :types", "types", names));
        filter.since().ifPresent(since -> conditions.and("r.occurredAt >= :since", "since", since));
        filter.until().ifPresent(until -> conditions.and("r.occurredAt < :until", "until", until));
        return conditions;
    }

    /** Where the tables are. */
    public Uni<LogPosition> position() {
        return sessions.withStatelessSession(
                        session -> session.createSelectionQuery("from PositionRow r", PositionRow.class)
                                .getResultList())
                .map(AuditQueries::position);
    }

    private static LogPosition position(List<PositionRow> rows) {
        return new LogPosition(offsets(rows, Topic.EVENTS), offsets(rows, Topic.OUTCOMES));
    }

    private static List<Long> offsets(List<PositionRow> rows, Topic topic) {
        return rows.stream()
                .filter(row -> row.topic().equals(topic.topicName()))
                .sorted(Comparator.comparingInt(PositionRow::partition))
                .map(PositionRow::next)
                .toList();
    }
}
