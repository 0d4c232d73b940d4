package studio.projection.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

/** Reads the log from given places on: what is committed, and nothing else. Belongs to no consumer group. */
final class LogReader implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(Topic.EVENTS, Topic.OUTCOMES);
    private static final Map<String, Topic> BY_NAME =
            Map.of(Topic.EVENTS.topicName(), Topic.EVENTS, Topic.OUTCOMES.topicName(), Topic.OUTCOMES);

    private final Consumer<byte[], byte[]> consumer;

    LogReader(String bootstrapServers, int batchLimit) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "studio-projector",
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
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        1,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static Topic topic(TopicPartition partition) {
        Topic topic = BY_NAME.get(partition.topic());
        if (topic == null) {
            throw new IllegalArgumentException(partition + " is no part of the log");
        }
        return topic;
    }

    /** All partitions of the log, or nothing as long as a topic is missing. */
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
     * Goes to those places.
     *
     * @throws BrokenLogException if the log does not reach from there on, or not that far
     */
    void begin(Map<TopicPartition, Long> places) {
        consumer.assign(places.keySet());
        Map<TopicPartition, Long> first = consumer.beginningOffsets(places.keySet());
        Map<TopicPartition, Long> end = consumer.endOffsets(places.keySet());
        places.forEach((partition, place) -> {
            long from = first.getOrDefault(partition, 0L);
            long to = end.getOrDefault(partition, 0L);
            if (to < place) {
                throw new BrokenLogException("the tables are at " + partition + "@" + place + " and the log ends at "
                        + to + ": they belong to another log; drop the schema to fold this one");
            }
            // Outcomes are forgotten after a while; an event never is.
            if (from > place && topic(partition) == Topic.EVENTS) {
                throw new BrokenLogException("the log has lost " + partition + " from " + place + " to " + from);
            }
            consumer.seek(partition, Math.max(place, from));
        });
    }

    /** The next records, if any come in time; those of one partition in their order. */
    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        return consumer.poll(timeout);
    }

    /** Reads that partition no further. */
    void pause(TopicPartition partition) {
        consumer.pause(List.of(partition));
    }

    /** How many records of each partition are still to come. */
    Map<TopicPartition, Long> lag() {
        Map<TopicPartition, Long> lag = new HashMap<>();
        Collection<TopicPartition> assigned = consumer.assignment();
        assigned.forEach(partition -> consumer.currentLag(partition).ifPresent(records -> lag.put(partition, records)));
        if (lag.size() < assigned.size()) {
            consumer.endOffsets(assigned)
                    .forEach((partition, end) -> lag.putIfAbsent(partition, end - consumer.position(partition)));
        }
        return lag;
    }

    /** Makes a poll that waits in another thread fail. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
