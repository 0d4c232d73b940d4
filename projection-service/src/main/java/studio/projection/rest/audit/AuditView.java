package studio.projection.rest.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Uid;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.Outcome;
import studio.projection.query.Cursor;
import studio.projection.query.Page;
import studio.schema.ActorRef;

@Schema(name = "AuditEntry", description = "Something that happened, or a command that was refused.")
record AuditView(
        @Schema(description = "`accepted` or `refused`.", examples = "accepted")
        String outcome,

        @Schema(description = "The stream that it concerns.", examples = "backbone/acme")
        String stream,

        @Schema(description = "The event's number in its stream; of a refusal, the last event's before it.")
        long revision,

        @Schema(description = "The full name of the event or the refused command.")
        String type,

        @Schema(description = "The event's id.") Optional<String> eventId,

        @Schema(description = "What it is about.", examples = "interior-site/paris")
        String subject,

        @Schema(description = "The uid of what it is about, if known.")
        Optional<String> uid,

        @Schema(description = "The command that led to it.") String commandId,

        @Schema(description = "The first command of the chain.")
        Optional<String> correlationId,

        @Schema(description = "What led to the command, if it was not a person.")
        Optional<String> causationId,

        @Schema(description = "Who gave the command.") ActorRef actor,

        @Schema(description = "For whom, where that is somebody else.")
        Optional<ActorRef> onBehalfOf,

        Instant occurredAt,

        @Schema(description = "The event's content, or why the command was refused.", implementation = Map.class)
        @JsonRawValue
        String data) {

    static AuditView of(AuditEntry entry) {
        AuditEntry.Cause cause = entry.cause();
        return new AuditView(
                Outcome.of(entry.place().topic()).word(),
                entry.stream().toString(),
                entry.revision(),
                entry.type(),
                entry.eventId().map(Uid::toString),
                entry.subject(),
                entry.incarnation().map(Uid::toString),
                cause.commandId(),
                cause.correlationId(),
                cause.causationId(),
                cause.actor(),
                cause.onBehalfOf(),
                entry.occurredAt(),
                entry.data());
    }

    @Schema(name = "AuditPage", description = "A page of the audit.")
    record ListOf(List<AuditView> items, Optional<String> next) {

        static ListOf page(Page<AuditEntry> page) {
            return new ListOf(
                    page.rows().stream().map(AuditView::of).toList(),
                    page.next().map(Cursor::toString));
        }
    }
}
