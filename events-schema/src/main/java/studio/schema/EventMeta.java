package studio.schema;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/**
 * What every event carries beside its content; the schema {@code studio.types.EventMeta} says what each field means.
 *
 * @param hash          the event's own hash
 * @param previousHash  the hash of the stream's event before; {@link HashChain#START} for its first
 * @param eventId       never used again
 * @param stream        the stream
 * @param revision      its number in the stream, from 1, without gaps
 * @param commandId     the command that caused it
 * @param correlationId the first command of the chain
 * @param causationId   what led to the command, if it was not a person
 * @param actor         who gave the command
 * @param onBehalfOf    for whom, where that is somebody else
 * @param occurredAt    when, in microseconds; never earlier than the event before
 */
public record EventMeta(
        Digest hash,
        Digest previousHash,
        Uid eventId,
        StreamKey stream,
        long revision,
        String commandId,
        String correlationId,
        Optional<String> causationId,
        ActorRef actor,
        Optional<ActorRef> onBehalfOf,
        Instant occurredAt) {

    EventMeta withHash(Digest newHash) {
        return new EventMeta(
                newHash,
                previousHash,
                eventId,
                stream,
                revision,
                commandId,
                correlationId,
                causationId,
                actor,
                onBehalfOf,
                occurredAt);
    }
}
