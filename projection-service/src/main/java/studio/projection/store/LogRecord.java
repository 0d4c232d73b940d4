package studio.projection.store;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import studio.domain.StreamType;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.Place;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.OutcomeCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** A record of the log, decoded. */
sealed interface LogRecord {

    /** Where it stands. */
    Place place();

    /** The stream that it concerns. */
    StreamKey stream();

    /** Whether the tables get anything from it. */
    boolean isNews();

    /** An event. */
    record Happened(Place place, StoredEvent event) implements LogRecord {
        @Override
        public boolean isNews() {
            return true;
        }

        @Override
        public StreamKey stream() {
            return event.meta().stream();
        }
    }

    /** What became of a command. */
    @SuppressWarnings("ArrayRecordComponent") // Carried on as evidence; nobody compares records.
    record Decided(Place place, CommandOutcome outcome, Encoded encoded) implements LogRecord {
        @Override
        public StreamKey stream() {
            return outcome.stream();
        }

        /** What was accepted is there as events, and what was only tried or asked twice changed nothing. */
        @Override
        public boolean isNews() {
            return !outcome.accepted() && !outcome.dryRun() && !outcome.duplicate();
        }
    }

    /**
     * Decodes a record.
     *
     * @throws BrokenLogException if it is none that this program knows, or lies under another key than its stream's
     */
    static LogRecord decode(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        Place place = new Place(topic, record.partition(), record.offset());
        LogRecord decoded;
        try {
            Encoded encoded = Encoded.read(record.headers(), record.value());
            decoded = topic == Topic.EVENTS
                    ? new Happened(place, EventCodec.decode(encoded.type(), encoded.version(), encoded.body()))
                    : new Decided(place, OutcomeCodec.decode(encoded), encoded);
        } catch (IllegalArgumentException e) {
            throw new BrokenLogException(place + " cannot be read: " + e.getMessage(), e);
        }
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (!decoded.stream().toString().equals(key)) {
            throw new BrokenLogException(
                    place + " belongs to " + decoded.stream() + " and lies under the key '" + key + "'");
        }
        if (decoded instanceof Happened happened
                && !StreamType.of(happened.stream())
                        .events()
                        .isInstance(happened.event().event())) {
            throw new BrokenLogException(place + " is no event of " + happened.stream());
        }
        return decoded;
    }
}
