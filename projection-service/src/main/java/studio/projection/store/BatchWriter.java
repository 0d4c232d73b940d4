package studio.projection.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import studio.api.json.Word;
import studio.domain.kernel.Change;
import studio.domain.kernel.Uid;
import studio.projection.audit.AuditEntry;
import studio.projection.history.Incarnation;
import studio.schema.ActorRef;
import studio.schema.Topic;

/** Writes what a fold changed: one statement for each table and kind of change, however many rows there are. */
final class BatchWriter {

    private static final String STREAMS = """
            INSERT INTO streams (stream, revision, hash, owner_users, owner_groups)
            SELECT stream, revision, hash, owner_users::text[], owner_groups::text[]
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                AS given (stream, revision, hash, owner_users, owner_groups)
            ON CONFLICT (stream) DO UPDATE SET
                revision = excluded.revision, hash = excluded.hash,
                owner_users = excluded.owner_users, owner_groups = excluded.owner_groups
            """;

    private static final String INCARNATIONS = """
            INSERT INTO incarnations (stream, since, until, owner_users, owner_groups)
            SELECT stream, since, until::bigint, owner_users::text[], owner_groups::text[]
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                AS given (stream, since, until, owner_users, owner_groups)
            ON CONFLICT (stream, since) DO UPDATE SET
                until = excluded.until, owner_users = excluded.owner_users, owner_groups = excluded.owner_groups
            WHERE (incarnations.until, incarnations.owner_users, incarnations.owner_groups)
                IS DISTINCT FROM (excluded.until, excluded.owner_users, excluded.owner_groups)
            """;

    private static final String HISTORY = """
            INSERT INTO history (stream, subject, revision)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
            """;

    private static final String AUDIT = """
            INSERT INTO audit (
                outcome, log_partition, log_offset, stream, revision, type, schema_version, event_id, command_id,
                correlation_id, causation_id, actor_kind, actor_name, on_behalf_of_kind, on_behalf_of_name, occurred_at,
                subject, incarnation, data, record)
            SELECT outcome, log_partition, log_offset, stream, revision, type, schema_version, event_id::uuid, command_id,
                correlation_id, causation_id, actor_kind, actor_name, on_behalf_of_kind, on_behalf_of_name,
                occurred_at::timestamptz, subject, incarnation::uuid, data::jsonb, record
            FROM unnest(
                ?::text[], ?::integer[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::bytea[]) AS given (
                outcome, log_partition, log_offset, stream, revision, type, schema_version, event_id, command_id,
                correlation_id, causation_id, actor_kind, actor_name, on_behalf_of_kind, on_behalf_of_name, occurred_at,
                subject, incarnation, data, record)
            """;

    private static final String POSITIONS = """
            UPDATE projection_position AS position SET next = given.next
            FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[]) AS given (topic, log_partition, expected, next)
            WHERE position.topic = given.topic AND position.log_partition = given.log_partition
                AND position.next = given.expected
            """;

    private final Sql sql;

    BatchWriter(Sql sql) {
        this.sql = sql;
    }

    /**
     * Writes the batch; the caller commits.
     *
     * @param expected the next offset of each partition before this batch
     * @throws FencedException if another projector has moved a position in the meantime
     */
    void write(Fold fold, Map<TopicPartition, Long> expected) {
        move(fold.next(), expected);
        if (!fold.audit().isEmpty()) {
            writeAudit(fold.audit());
        }
        if (!fold.streams().isEmpty()) {
            writeStreams(fold.streams());
            writeHistory(fold.streams());
            writeEntities(fold.streams());
        }
    }

    private void move(Map<TopicPartition, Long> next, Map<TopicPartition, Long> expected) {
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        int moved = sql.update(
                POSITIONS,
                texts(partitions, TopicPartition::topic),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                partitions.stream().map(expected::get).toArray(Long[]::new),
                partitions.stream().map(next::get).toArray(Long[]::new));
        if (moved != partitions.size()) {
            throw new FencedException();
        }
    }

    private void writeEntities(List<StreamFold> streams) {
        Map<String, Rows> byKind = new LinkedHashMap<>();
        for (StreamFold stream : streams) {
            for (Change change : stream.changes()) {
                byKind.computeIfAbsent(change.key().kind(), kind -> new Rows(EntityTables.of(kind)))
                        .add(stream, change);
            }
        }
        byKind.values().forEach(rows -> rows.write(sql));
    }

    /** The changed rows of one table. */
    private static final class Rows {

        private final EntityTable<?> table;
        private final List<List<Optional<String>>> put = new ArrayList<>();
        private final List<String> removedStreams = new ArrayList<>();
        private final List<String> removedNames = new ArrayList<>();

        Rows(EntityTable<?> table) {
            this.table = table;
        }

        void add(StreamFold stream, Change change) {
            switch (change) {
                case Change.Put put -> {
                    List<Optional<String>> row = new ArrayList<>(table.values(stream.stream(), put.entity()));
                    row.add(Optional.of(String.valueOf(stream.writtenAt(put.key()))));
                    this.put.add(row);
                }
                case Change.Remove remove -> {
                    removedStreams.add(table.key().streamText().apply(stream.stream()));
                    removedNames.add(remove.key().name());
                }
            }
        }

        /** Deletes first: what was deleted may have had a unique value that a new row has now. */
        void write(Sql sql) {
            if (!removedNames.isEmpty()) {
                sql.update(table.delete(), removedStreams.toArray(String[]::new), removedNames.toArray(String[]::new));
            }
            if (!put.isEmpty()) {
                int columns = put.getFirst().size();
                Object[] arrays = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    int index = column;
                    arrays[column] = optionalTexts(put, row -> row.get(index));
                }
                sql.update(table.upsert(), arrays);
            }
        }
    }

    private void writeStreams(List<StreamFold> streams) {
        sql.update(
                STREAMS,
                texts(streams, stream -> stream.stream().toString()),
                streams.stream().map(stream -> stream.head().revision()).toArray(Long[]::new),
                texts(streams, stream -> stream.head().hash().hex()),
                texts(streams, stream -> Column.array(stream.readers().users())),
                texts(streams, stream -> Column.array(stream.readers().groups())));
    }

    private void writeHistory(List<StreamFold> streams) {
        List<Of<Incarnation>> incarnations = each(streams, StreamFold::incarnations);
        sql.update(
                INCARNATIONS,
                texts(incarnations, Of::stream),
                incarnations.stream().map(of -> of.value().since()).toArray(Long[]::new),
                optionalTexts(incarnations, of -> of.value().until().map(String::valueOf)),
                texts(incarnations, of -> Column.array(of.value().readers().users())),
                texts(incarnations, of -> Column.array(of.value().readers().groups())));
        List<Of<StreamFold.Concern>> concerns = each(streams, StreamFold::concerns);
        sql.update(
                HISTORY,
                texts(concerns, Of::stream),
                texts(concerns, of -> of.value().entity().toString()),
                concerns.stream().map(of -> of.value().revision()).toArray(Long[]::new));
    }

    /** Something of a stream. */
    private record Of<T>(String stream, T value) {}

    private static <T> List<Of<T>> each(List<StreamFold> streams, Function<StreamFold, List<T>> values) {
        return streams.stream()
                .flatMap(stream -> values.apply(stream).stream()
                        .map(value -> new Of<>(stream.stream().toString(), value)))
                .toList();
    }

    private void writeAudit(List<AuditEntry> entries) {
        sql.update(
                AUDIT,
                texts(entries, BatchWriter::outcome),
                entries.stream().map(entry -> entry.place().partition()).toArray(Integer[]::new),
                entries.stream().map(entry -> entry.place().offset()).toArray(Long[]::new),
                texts(entries, entry -> entry.stream().toString()),
                entries.stream().map(AuditEntry::revision).toArray(Long[]::new),
                texts(entries, AuditEntry::type),
                entries.stream().map(AuditEntry::schemaVersion).toArray(Integer[]::new),
                optionalTexts(entries, entry -> entry.eventId().map(Uid::toString)),
                texts(entries, entry -> entry.cause().commandId()),
                optionalTexts(entries, entry -> entry.cause().correlationId()),
                optionalTexts(entries, entry -> entry.cause().causationId()),
                texts(entries, entry -> Word.of(entry.cause().actor().kind())),
                texts(entries, entry -> entry.cause().actor().name()),
                optionalTexts(entries, entry -> entry.cause().onBehalfOf().map(actor -> Word.of(actor.kind()))),
                optionalTexts(entries, entry -> entry.cause().onBehalfOf().map(ActorRef::name)),
                texts(entries, entry -> entry.occurredAt().toString()),
                texts(entries, AuditEntry::subject),
                optionalTexts(entries, entry -> entry.incarnation().map(Uid::toString)),
                texts(entries, AuditEntry::data),
                entries.stream().map(AuditEntry::record).toArray(byte[][]::new));
    }

    private static String outcome(AuditEntry entry) {
        return entry.place().topic() == Topic.EVENTS ? "accepted" : "refused";
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // An element of a PostgreSQL array may be null.
    private static <T> String[] optionalTexts(List<T> values, Function<T, Optional<String>> text) {
        return values.stream().map(value -> text.apply(value).orElse(null)).toArray(String[]::new);
    }
}
