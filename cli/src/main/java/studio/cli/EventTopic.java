package studio.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import studio.embedded.NodeException;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** The events' topic, from its beginning to where it ends when the reading begins. */
final class EventTopic implements EventSource {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    EventTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public Optional<String> firstFlaw(Function<StoredEvent, Optional<String>> check) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.EVENTS.topicName(), TIMEOUT).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), TIMEOUT) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    Optional<String> flaw = flaw(entry, check);
                    if (flaw.isPresent()) {
                        return flaw;
                    }
                }
            }
            return Optional.empty();
        } catch (KafkaException unreachable) {
            throw new NodeException(
                    "the events cannot be read from " + bootstrapServers + " (" + unreachable.getMessage()
                            + "): is Studio up?",
                    unreachable);
        }
    }

    private static Optional<String> flaw(
            ConsumerRecord<byte[], byte[]> entry, Function<StoredEvent, Optional<String>> check) {
        String place = entry.topic() + "-" + entry.partition() + "@" + entry.offset();
        try {
            Encoded encoded = Encoded.read(entry.headers(), entry.value());
            StoredEvent event = EventCodec.decode(encoded.type(), encoded.version(), encoded.body());
            return check.apply(event).map(flaw -> EventSource.describe(event, place, flaw));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("the record at " + place + " cannot be read: " + unreadable.getMessage());
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) TIMEOUT.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
