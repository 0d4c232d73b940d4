package studio.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.command.process.TopologyContext.Given;
import studio.schema.CommandCodec;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.OutcomeCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** Gives commands on the real topics and reads what comes of them. */
final class CommandTraffic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Producer<String, byte[]> producer;
    private final Consumer<String, byte[]> outcomes;
    private final Map<String, List<CommandOutcome>> answers = new ConcurrentHashMap<>();

    CommandTraffic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        this.outcomes = consumer(Topic.OUTCOMES);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever is not stored is never answered, and that the tests see.
    void give(Given given) {
        Encoded encoded = CommandCodec.encode(given.meta(Instant.now()), given.command());
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers);
        producer.send(new ProducerRecord<>(
                Topic.COMMANDS.topicName(), null, null, given.stream().toString(), encoded.framed(0), headers));
    }

    /** Reads outcomes that have come since. */
    Set<String> answered() {
        for (ConsumerRecord<String, byte[]> entry : outcomes.poll(POLL)) {
            CommandOutcome outcome = OutcomeCodec.decode(Encoded.read(entry.headers(), entry.value()));
            answers.computeIfAbsent(outcome.commandId(), id -> new ArrayList<>())
                    .add(outcome);
        }
        return answers.keySet();
    }

    /** All outcomes of a command so far. */
    List<CommandOutcome> outcomesOf(String commandId) {
        return answers.getOrDefault(commandId, List.of());
    }

    /** All committed events, each stream's in order. */
    List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(Topic.EVENTS)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                    Encoded encoded = Encoded.read(entry.headers(), entry.value());
                    events.add(EventCodec.decode(encoded.type(), encoded.version(), encoded.body()));
                }
            }
        }
        return events;
    }

    private Consumer<String, byte[]> consumer(Topic topic) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, new TestTopicsConfig().partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        outcomes.close();
    }
}
