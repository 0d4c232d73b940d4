package studio.schema.tap;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows what happens in Studio from the first event on, with public parts alone: Kafka's own client, Apicurio's own deserializer
 * and Avro's generic records. It goes on where it was when it is started again.
 */
public final class EventTap implements AutoCloseable {

    private final KafkaConsumer<String, GenericRecord> consumer;

    /** A tap of that consumer group. */
    public EventTap(String bootstrapServers, String registryUrl, String group) {
        consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                // What an aborted transaction wrote never happened.
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "key.deserializer",
                StringDeserializer.class.getName(),
                "value.deserializer",
                AvroKafkaDeserializer.class.getName(),
                "apicurio.registry.url",
                registryUrl));
        consumer.subscribe(List.of("studio.events.v1"));
    }

    /**
     * Something that happened.
     *
     * @param type     what: the full name of the record
     * @param stream   where
     * @param revision its number there
     * @param actor    who wanted it
     * @param time     when
     * @param content  all of it
     */
    public record Happened(
            String type, String stream, long revision, String actor, Instant time, GenericRecord content) {}

    /** What happened since the last time, those of one stream in their order; nothing if nothing comes in time. */
    public List<Happened> next(Duration patience) {
        return StreamSupport.stream(consumer.poll(patience).spliterator(), false)
                .map(EventTap::happened)
                .toList();
    }

    private static Happened happened(ConsumerRecord<String, GenericRecord> record) {
        GenericRecord content = record.value();
        GenericRecord meta = (GenericRecord) content.get("meta");
        GenericRecord actor = (GenericRecord) meta.get("actor");
        return new Happened(
                content.getSchema().getFullName(),
                record.key(),
                (Long) meta.get("revision"),
                actor.get("name").toString(),
                Instant.EPOCH.plus((Long) meta.get("occurredAt"), ChronoUnit.MICROS),
                content);
    }

    /** Remembers that all that was read is dealt with; until then, it comes again after a crash. */
    public void done() {
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
