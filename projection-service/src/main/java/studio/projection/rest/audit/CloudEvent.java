package studio.projection.rest.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.Word;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;
import studio.projection.audit.AuditEntry;
import studio.projection.audit.Outcome;
import studio.schema.ActorRef;
import studio.schema.HashChain;
import studio.schema.Schemas;

@Schema(
        name = "CloudEvent",
        description =
                "An entry of the audit as a CloudEvent 1.0. `record` is what the hash covers: type, version and record"
                        + " are enough to compute the chain again.")
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String dataschema,

        @Schema(implementation = Map.class) @JsonRawValue String data,

        @Schema(description = "`accepted` or `refused`.") String outcome,

        @Schema(description = "The stream.", examples = "backbone/acme")
        String stream,

        @Schema(description = "The event's number in its stream.")
        long revision,

        @Schema(description = "Who gave the command.", examples = "user/alice")
        String actor,

        @Schema(description = "For whom, where that is somebody else.")
        Optional<String> onbehalfof,

        String commandid,
        Optional<String> correlationid,
        Optional<String> causationid,

        @Schema(description = "The uid of the subject, if known.")
        Optional<String> uid,

        @Schema(description = "The refused command's full name.")
        Optional<String> command,

        @Schema(description = "The event's hash.") Optional<String> hash,

        @Schema(description = "The hash of the stream's event before.")
        Optional<String> previoushash,

        @Schema(description = "The Avro record as it stands in the log, in Base64.")
        String record) {

    static CloudEvent of(AuditEntry entry) {
        Outcome outcome = Outcome.of(entry.place().topic());
        boolean event = outcome == Outcome.ACCEPTED;
        String recordType = event ? entry.type() : Schemas.OUTCOME;
        AuditEntry.Cause cause = entry.cause();
        return new CloudEvent(
                "1.0",
                entry.eventId().map(Uid::toString).orElseGet(() -> entry.place().toString()),
                "studio:streams/" + entry.stream(),
                recordType,
                entry.subject(),
                entry.occurredAt(),
                "application/json",
                "studio:schemas/" + recordType + "/" + entry.schemaVersion(),
                entry.data(),
                outcome.word(),
                entry.stream().toString(),
                entry.revision(),
                text(cause.actor()),
                cause.onBehalfOf().map(CloudEvent::text),
                cause.commandId(),
                cause.correlationId(),
                cause.causationId(),
                entry.incarnation().map(Uid::toString),
                event ? Optional.empty() : Optional.of(entry.type()),
                Optional.of(entry.record())
                        .filter(body -> event)
                        .map(HashChain::hashIn)
                        .map(Digest::hex),
                Optional.of(entry.record())
                        .filter(body -> event)
                        .map(HashChain::previousHashIn)
                        .map(Digest::hex),
                Base64.getEncoder().encodeToString(entry.record()));
    }

    private static String text(ActorRef actor) {
        return Word.of(actor.kind()) + "/" + actor.name();
    }
}
