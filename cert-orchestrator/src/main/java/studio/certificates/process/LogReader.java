package studio.certificates.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import studio.schema.Topic;

/** Reads what is committed of events and outcomes, from given places on. Belongs to no consumer group. */
final class LogReader implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(Topic.EVENTS, Topic.OUTCOMES);

    private final Consumer<byte[], byte[]> consumer;

    LogReader(String bootstrapServers, int batchLimit) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "cert-orchestrator",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        batchLimit,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All partitions, or nothing as long as a topic is missing. */
    Optional<List<TopicPartition>> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : TOPICS) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic.topicName());
            if (infos == null || infos.isEmpty()) {
                return Optional.empty();
            }
            infos.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return Optional.of(partitions);
    }

    /**
     * Goes to those places, and tells where the log ends. Outcomes are forgotten after a while; an event never is.
     *
     * @throws IllegalStateException if the log is not the one that these places are of
     */
    Map<TopicPartition, Long> begin(Map<TopicPartition, Long> places) {
        consumer.assign(places.keySet());
        Map<TopicPartition, Long> first = consumer.beginningOffsets(places.keySet());
        Map<TopicPartition, Long> end = consumer.endOffsets(places.keySet());
        places.forEach((partition, place) -> {
            long from = first.getOrDefault(partition, 0L);
            boolean lost = from > place && partition.topic().equals(Topic.EVENTS.topicName());
            if (lost || end.getOrDefault(partition, 0L) < place) {
                throw new IllegalStateException("the ledger is at " + partition + "@" + place + " and the log has "
                        + from + " to " + end.get(partition) + ": they do not belong together");
            }
            consumer.seek(partition, Math.max(place, from));
        });
        return end;
    }

    /** Whether everything before those places was read. */
    boolean hasReached(Map<TopicPartition, Long> places) {
        return places.entrySet().stream().allMatch(place -> consumer.position(place.getKey()) >= place.getValue());
    }

    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        return consumer.poll(timeout);
    }

    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
