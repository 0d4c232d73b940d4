package studio.projection.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.json.Word;
import studio.domain.kernel.Uid;
import studio.projection.audit.AuditEntry;
import studio.schema.CommandOutcome;
import studio.schema.CommandOutcome.Refusal;
import studio.schema.EventMeta;
import studio.schema.StoredEvent;

/** Makes the audit's entries of the log's records. */
final class AuditEntries {

    private AuditEntries() {}

    static AuditEntry of(LogRecord.Happened happened, Optional<Uid> incarnation) {
        StoredEvent event = happened.event();
        EventMeta meta = event.meta();
        return new AuditEntry(
                happened.place(),
                meta.stream(),
                meta.revision(),
                event.type(),
                event.version(),
                Optional.of(meta.eventId()),
                new AuditEntry.Cause(
                        meta.commandId(),
                        Optional.of(meta.correlationId()),
                        meta.causationId(),
                        meta.actor(),
                        meta.onBehalfOf()),
                meta.occurredAt(),
                event.event().subject(meta.stream()).toString(),
                incarnation,
                json(event.event()),
                event.body());
    }

    static AuditEntry of(LogRecord.Decided decided) {
        CommandOutcome outcome = decided.outcome();
        return new AuditEntry(
                decided.place(),
                outcome.stream(),
                outcome.revision(),
                outcome.type(),
                decided.encoded().version(),
                Optional.empty(),
                new AuditEntry.Cause(
                        outcome.commandId(), Optional.empty(), Optional.empty(), outcome.actor(), Optional.empty()),
                outcome.decidedAt(),
                outcome.subject(),
                outcome.subjectUid().map(Uid::parse),
                outcome.rejection().map(AuditEntries::json).orElse("{}"),
                decided.encoded().body());
    }

    /** Without the newer state that a revision conflict shows: it is the reader's of then, not of now. */
    private static String json(Refusal refusal) {
        ObjectNode data = StudioJson.json().createObjectNode();
        data.put("reason", Word.of(refusal.reason()));
        data.put("detail", refusal.detail());
        refusal.field().ifPresent(field -> data.put("field", field));
        return data.toString();
    }

    private static String json(Object value) {
        try {
            return StudioJson.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value + " cannot be written as JSON", e);
        }
    }
}
