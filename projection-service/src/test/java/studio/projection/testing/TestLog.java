package studio.projection.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import studio.domain.kernel.StreamKey;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** The log of a broker, written as the command service writes it: what one command leads to is one transaction. */
public final class TestLog implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Producer<byte[], byte[]> producer;

    private TestLog(String bootstrapServers) {
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

    /** An empty log in place of whatever the broker had. */
    public static TestLog fresh(String bootstrapServers) throws ExecutionException, InterruptedException {
        clear(bootstrapServers);
        return new TestLog(bootstrapServers);
    }

    /** The log that the broker has. */
    public static TestLog of(String bootstrapServers) {
        return new TestLog(bootstrapServers);
    }

    /** Replaces whatever log the broker has by an empty one. */
    public static void clear(String bootstrapServers) throws ExecutionException, InterruptedException {
        List<String> topics = List.of(Topic.EVENTS.topicName(), Topic.OUTCOMES.topicName());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            admin.deleteTopics(topics.stream().filter(there::contains).toList())
                    .all()
                    .get();
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Appends what became of a command. */
    public void append(History.Told told) {
        append(List.of(told));
    }

    /** Appends what became of several commands, in one transaction. */
    public void append(List<History.Told> all) {
        producer.beginTransaction();
        for (History.Told told : all) {
            told.events().forEach(event -> send(Topic.EVENTS, event.meta().stream(), Encoded.of(event)));
            send(Topic.OUTCOMES, told.outcome().stream(), OutcomeCodec.encode(told.outcome()));
        }
        producer.commitTransaction();
    }

    /** Appends an event as it is, whatever was before it. */
    public void append(StoredEvent event) {
        producer.beginTransaction();
        send(Topic.EVENTS, event.meta().stream(), Encoded.of(event));
        producer.commitTransaction();
    }

    /** Appends events and then takes them back. */
    public void abort(List<StoredEvent> events) {
        producer.beginTransaction();
        events.forEach(event -> send(Topic.EVENTS, event.meta().stream(), Encoded.of(event)));
        producer.abortTransaction();
    }

    private void send(Topic topic, StreamKey stream, Encoded encoded) {
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers);
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
