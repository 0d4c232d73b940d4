package studio.command.process;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
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
import studio.testkit.server.KafkaCluster;

/** Gives commands on the real topics and reads what comes of them. */
final class CommandTraffic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A killed instance's transaction is aborted after three seconds and a half, later on a loaded machine. */
    private static final Duration END_OF_TRANSACTIONS = Duration.ofSeconds(30);

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
        encoded.describeIn(headers, given.id(), given.stream());
        producer.send(new ProducerRecord<>(
                Topic.COMMANDS.topicName(), null, null, given.stream().toString(), encoded.framed(0), headers));
    }

    /** Reads outcomes that have come since. */
    Set<String> answered() {
        outcomes.poll(POLL).forEach(this::keep);
        return answers.keySet();
    }

    /** Reads the outcomes of all transactions begun so far, so that no second outcome of a command is still to come. */
    void readAllOutcomes() {
        readAll(outcomes, this::keep);
    }

    /** All outcomes of a command so far. */
    List<CommandOutcome> outcomesOf(String commandId) {
        return answers.getOrDefault(commandId, List.of());
    }

    /** The committed events of all transactions begun so far, each stream's in order. */
    List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(Topic.EVENTS)) {
            readAll(consumer, entry -> {
                Encoded encoded = Encoded.read(entry.headers(), entry.value());
                events.add(EventCodec.decode(encoded.type(), encoded.version(), encoded.body()));
            });
        }
        return events;
    }

    /** The groups that read from this broker; each processor is one of its own, whatever the number of its instances. */
    Set<String> groups() {
        try (Admin admin = new KafkaCluster(bootstrapServers).admin()) {
            return join(admin.listGroups().all()).stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toSet());
        }
    }

    private void keep(ConsumerRecord<String, byte[]> entry) {
        CommandOutcome outcome = OutcomeCodec.decode(Encoded.read(entry.headers(), entry.value()));
        answers.computeIfAbsent(outcome.commandId(), id -> new ArrayList<>()).add(outcome);
    }

    /**
     * Reads up to what is written now, committed or not. A transaction is committed in one partition after the other: the event can
     * be readable later than its outcome, though it was written before. What a consumer calls the end is before the first open
     * transaction; whoever stops there misses such an event.
     */
    private void readAll(
            Consumer<String, byte[]> consumer, java.util.function.Consumer<ConsumerRecord<String, byte[]>> action) {
        Map<TopicPartition, Long> ends = written(consumer.assignment());
        await().atMost(END_OF_TRANSACTIONS).until(() -> {
            consumer.poll(POLL).forEach(action);
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
    }

    private Map<TopicPartition, Long> written(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsOptions uncommittedToo = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
        try (Admin admin = new KafkaCluster(bootstrapServers).admin()) {
            ListOffsetsResult ends = admin.listOffsets(latest, uncommittedToo);
            return partitions.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            partition -> join(ends.partitionResult(partition)).offset()));
        }
    }

    private static <T> T join(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
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
