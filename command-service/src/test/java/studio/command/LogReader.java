package studio.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import studio.domain.StreamType;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** Folds streams of the running service's log. */
final class LogReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private LogReader() {}

    /** The stream's entities after all that is committed now. */
    static Entities fold(StreamKey stream) {
        EntityMap entities = new EntityMap(stream);
        try (Consumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                    if (entry.key().equals(stream.toString())) {
                        Encoded encoded = Encoded.read(entry.headers(), entry.value());
                        StoredEvent stored = EventCodec.decode(encoded.type(), encoded.version(), encoded.body());
                        evolve(StreamType.of(stream), stored, entities).forEach(entities::apply);
                    }
                }
            }
        }
        return entities;
    }

    /** What that event changes. */
    static <E extends Event> List<Change> evolve(StreamType<?, E> type, StoredEvent stored, Entities entities) {
        E event = type.events().cast(stored.event());
        Recorded<E> recorded =
                new Recorded<>(stored.meta().revision(), stored.meta().occurredAt(), event);
        return type.decider().evolve(recorded, entities);
    }

    private static Consumer<String, byte[]> consumer() {
        String servers = ConfigProvider.getConfig().getValue("studio.kafka.bootstrap-servers", String.class);
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
