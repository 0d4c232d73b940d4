package studio.projection.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import studio.domain.kernel.StreamKey;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.TestServers;

/** The log of a broker, written as the command service writes it: what one command leads to is one transaction. */
public final class TestLog implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final String bootstrapServers;
    private final Producer<byte[], byte[]> producer;

    private TestLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "transactional.id",
                        UUID.randomUUID().toString(),
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** An empty log in place of whatever the tests' broker had. */
    public static TestLog fresh() {
        return new TestLog(clear());
    }

    /** The log that the broker has. */
    public static TestLog of(String bootstrapServers) {
        return new TestLog(bootstrapServers);
    }

    /** Replaces whatever log the tests' broker had by an empty one; where the broker is. */
    public static String clear() {
        KafkaCluster kafka = TestServers.emptyKafka();
        makeTopics(kafka);
        return kafka.bootstrapServers();
    }

    /** Makes the topics of an empty broker. */
    public static void makeTopics(KafkaCluster kafka) {
        kafka.createTopics(Stream.of(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                .toList());
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Appends what became of a command. */
    public void append(History.Told told) {
        append(List.of(told));
    }

    /** Appends what became of several commands, in one transaction. */
    public void append(List<History.Told> all) {
        producer.beginTransaction();
        for (History.Told told : all) {
            told.events().forEach(this::send);
            CommandOutcome outcome = told.outcome();
            send(Topic.OUTCOMES, outcome.stream(), OutcomeCodec.encode(outcome), outcome.commandId());
        }
        producer.commitTransaction();
    }

    /** Appends an event as it is, whatever was before it. */
    public void append(StoredEvent event) {
        producer.beginTransaction();
        send(event);
        producer.commitTransaction();
    }

    /** Appends events and then takes them back. */
    public void abort(List<StoredEvent> events) {
        producer.beginTransaction();
        events.forEach(this::send);
        producer.abortTransaction();
    }

    private void send(StoredEvent event) {
        send(
                Topic.EVENTS,
                event.meta().stream(),
                Encoded.of(event),
                event.meta().eventId().toString());
    }

    private void send(Topic topic, StreamKey stream, Encoded encoded, String id) {
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers, id, stream);
        byte[] key = stream.toString().getBytes(StandardCharsets.UTF_8);
        // The commit fails if this does.
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                topic.topicName(), null, key, encoded.framed(0), new ArrayList<>(List.of(headers.toArray()))));
    }

    @Override
    public void close() {
        producer.close();
    }
}
