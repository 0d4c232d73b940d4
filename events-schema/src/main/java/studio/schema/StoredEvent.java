package studio.schema;

import studio.domain.kernel.Event;
import studio.domain.kernel.Recorded;

/**
 * An event as it stands in the log.
 *
 * @param type    its full name, {@code studio.events.…}
 * @param version the version of the schema in which it was written
 * @param meta    its place in the stream's history
 * @param event   its content
 * @param body    the encoded record that the hash covers; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the evidence; nobody compares stored events.
public record StoredEvent(String type, int version, EventMeta meta, Event event, byte[] body) {

    /** The event at its place in its stream. */
    public Recorded<Event> recorded() {
        return new Recorded<>(meta.revision(), meta.occurredAt(), event);
    }
}
