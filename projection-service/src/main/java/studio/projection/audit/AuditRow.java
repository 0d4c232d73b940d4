package studio.projection.audit;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.api.json.Word;
import studio.domain.kernel.Actor;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.ActorRef;

/** An entry of the audit. */
@Entity
@Table(name = "audit")
@IdClass(AuditRow.Key.class)
public class AuditRow {

    @Id
    @Column(name = "outcome")
    String outcome;

    @Id
    @Column(name = "log_partition")
    int partition;

    @Id
    @Column(name = "log_offset")
    long offset;

    @Column(name = "stream")
    String stream;

    @Column(name = "revision")
    long revision;

    @Column(name = "type")
    String type;

    @Column(name = "schema_version")
    int schemaVersion;

    @Column(name = "event_id")
    @Nullable
    UUID eventId;

    @Column(name = "command_id")
    String commandId;

    @Column(name = "correlation_id")
    @Nullable
    String correlationId;

    @Column(name = "causation_id")
    @Nullable
    String causationId;

    @Column(name = "actor_kind")
    String actorKind;

    @Column(name = "actor_name")
    String actorName;

    @Column(name = "on_behalf_of_kind")
    @Nullable
    String onBehalfOfKind;

    @Column(name = "on_behalf_of_name")
    @Nullable
    String onBehalfOfName;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "subject")
    String subject;

    @Column(name = "incarnation")
    @Nullable
    UUID incarnation;

    @Column(name = "data")
    JsonObject data;

    @Column(name = "record")
    byte[] record;

    AuditRow() {}

    /** The primary key. */
    record Key(String outcome, int partition, long offset) implements Serializable {}

    /** What is in the row. */
    public AuditEntry entry() {
        return new AuditEntry(
                new Place(Outcome.parse(outcome).topic(), partition, offset),
                StreamKey.parse(stream),
                revision,
                type,
                schemaVersion,
                Optional.ofNullable(eventId).map(Uid::new),
                new AuditEntry.Cause(
                        commandId,
                        Optional.ofNullable(correlationId),
                        Optional.ofNullable(causationId),
                        actor(actorKind, actorName),
                        onBehalfOf()),
                occurredAt,
                subject,
                Optional.ofNullable(incarnation).map(Uid::new),
                data.encode(),
                record);
    }

    private Optional<ActorRef> onBehalfOf() {
        return onBehalfOfKind == null || onBehalfOfName == null
                ? Optional.empty()
                : Optional.of(actor(onBehalfOfKind, onBehalfOfName));
    }

    private static ActorRef actor(String kind, String name) {
        return new ActorRef(Word.parse(Actor.Type.class, kind), name);
    }
}
