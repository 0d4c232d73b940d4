package studio.projection.audit;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.ActorRef;

/**
 * An event, or a command that was refused.
 *
 * @param place         the record's place in the log
 * @param stream        the stream that it concerns
 * @param revision      the event's revision; for a refusal, the stream's at that moment
 * @param type          the full name of the event's or command's record
 * @param schemaVersion the version in which {@code record} is written
 * @param eventId       the event's id; none for a refusal
 * @param cause         the command, and who gave it
 * @param occurredAt    when
 * @param subject       the entity that it is about, as kind/name
 * @param incarnation   that entity's uid, if known
 * @param data          the event's content, or why the command was refused, as JSON
 * @param record        the record as it stands in the log, unframed; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the evidence; nobody compares entries by them.
public record AuditEntry(
        Place place,
        StreamKey stream,
        long revision,
        String type,
        int schemaVersion,
        Optional<Uid> eventId,
        Cause cause,
        Instant occurredAt,
        String subject,
        Optional<Uid> incarnation,
        String data,
        byte[] record) {

    /**
     * What led to an entry.
     *
     * @param commandId     the command
     * @param correlationId the first command of the chain; unknown for a refusal
     * @param causationId   what led to the command, if it was not a person
     * @param actor         who gave it
     * @param onBehalfOf    for whom, where that is somebody else
     */
    public record Cause(
            String commandId,
            Optional<String> correlationId,
            Optional<String> causationId,
            ActorRef actor,
            Optional<ActorRef> onBehalfOf) {}
}
