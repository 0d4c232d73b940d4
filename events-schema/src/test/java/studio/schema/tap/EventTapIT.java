package studio.schema.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.user.UserEvent.UserResumed;
import studio.domain.user.UserEvent.UserSuspended;
import studio.schema.ActorRef;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;
import studio.schema.registry.SchemaRegistration;
import studio.schema.tap.EventTap.Happened;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.RealServers;
import studio.testkit.server.SchemaRegistry;

/** The sample consumer against a real broker and the real registry. */
@RealServers
class EventTapIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00.123456Z");

    private final KafkaCluster kafka;
    private final SchemaRegistry registry;

    EventTapIT(KafkaCluster kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    @BeforeEach
    void append() throws ExecutionException, InterruptedException {
        kafka.deleteTopics();
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(Topic.EVENTS.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        }
        SchemaIds ids = SchemaRegistration.register(registry.url(), PATIENCE);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "tap");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            // Closing the transactions tells whether they were sent.
            Future<RecordMetadata> unused = producer.send(record(ids, 1, new UserSuspended("taken back")));
            producer.abortTransaction();
            producer.beginTransaction();
            unused = producer.send(record(ids, 1, new UserSuspended("on leave")));
            unused = producer.send(record(ids, 2, new UserResumed()));
            producer.commitTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(SchemaIds ids, long revision, Event event) {
        StreamKey stream = StreamKey.parse("user/alice");
        EventMeta meta = new EventMeta(
                HashChain.START,
                HashChain.START,
                new Uid(UUID.randomUUID()),
                stream,
                revision,
                "command",
                "command",
                Optional.empty(),
                new ActorRef(Actor.Type.USER, "root"),
                Optional.empty(),
                NOW);
        StoredEvent stored = EventCodec.encode(meta, event);
        RecordHeaders headers = new RecordHeaders();
        Encoded.of(stored).describeIn(headers, stored.meta().eventId().toString(), stream);
        return new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                null,
                stream.toString().getBytes(StandardCharsets.UTF_8),
                Encoded.of(stored).framed(ids.contentId(stored.type(), stored.version())),
                headers);
    }

    private EventTap tap(String group) {
        return new EventTap(kafka.bootstrapServers(), registry.url().toString(), group);
    }

    private static List<Happened> read(EventTap tap, int count) {
        List<Happened> read = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (read.size() < count && Instant.now().isBefore(deadline)) {
            read.addAll(tap.next(Duration.ofMillis(200)));
        }
        return read;
    }

    @Test
    void shouldReadWhatHappenedFromTheFirstEventOn() {
        try (EventTap tap = tap("first")) {
            // When
            List<Happened> read = read(tap, 2);

            // Then
            assertThat(read)
                    .extracting(Happened::type)
                    .containsExactly("studio.events.UserSuspended", "studio.events.UserResumed");
            Happened suspended = read.getFirst();
            assertThat(suspended.stream()).isEqualTo("user/alice");
            assertThat(suspended.revision()).isEqualTo(1);
            assertThat(suspended.actor()).isEqualTo("root");
            assertThat(suspended.time()).isEqualTo(NOW);
            assertThat(suspended.content().get("cause")).hasToString("on leave");
        }
    }

    @Test
    void shouldReadAgainWhatItWasNotDoneWith() {
        try (EventTap tap = tap("again")) {
            assertThat(read(tap, 2)).hasSize(2);
        }
        try (EventTap tap = tap("again")) {
            assertThat(read(tap, 2)).hasSize(2);
            tap.done();
        }
        try (EventTap tap = tap("again")) {
            assertThat(tap.next(Duration.ofSeconds(2))).isEmpty();
        }
    }
}
