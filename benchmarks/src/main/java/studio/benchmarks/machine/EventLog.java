package studio.benchmarks.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import studio.benchmarks.core.Core;
import studio.domain.kernel.Change;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.StreamKey;
import studio.schema.ActorRef;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.EventMeta;
import studio.schema.HashChain;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** The events' topic, filled as the command service would have filled it. */
final class EventLog implements AutoCloseable {

    private static final int EVENTS_OF_TRANSACTION = 500;

    private final Producer<byte[], byte[]> producer;
    private long sent;

    EventLog(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        UUID.randomUUID().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
    }

    /** How many events are in it. */
    long sent() {
        return sent;
    }

    /** Writes what happens in a stream. */
    Core.Observer of(StreamKey stream) {
        return new Core.Observer() {
            private Digest previous = HashChain.START;

            @Override
            public void happened(Core.Happened event, List<Change> changes, Entities before) {
                StoredEvent stored = EventCodec.encode(
                        meta(stream, event, previous), event.recorded().event());
                previous = stored.meta().hash();
                send(stored);
            }
        };
    }

    private static EventMeta meta(StreamKey stream, Core.Happened event, Digest previous) {
        String commandId = stream + "/" + event.commandId();
        return new EventMeta(
                HashChain.START,
                previous,
                new IdSource(
                                commandId + "/" + event.recorded().revision(),
                                event.recorded().at())
                        .next(),
                stream,
                event.recorded().revision(),
                commandId,
                commandId,
                Optional.empty(),
                ActorRef.to(event.actor()),
                Optional.empty(),
                event.recorded().at());
    }

    private void send(StoredEvent event) {
        Encoded encoded = Encoded.of(event);
        ProducerRecord<byte[], byte[]> entry = new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                event.meta().stream().toString().getBytes(StandardCharsets.UTF_8),
                encoded.framed(0));
        encoded.describeIn(entry.headers(), event.meta().eventId().toString(), event.meta().stream());
        // The commit fails if this does.
        Future<RecordMetadata> unused = producer.send(entry);
        if (++sent % EVENTS_OF_TRANSACTION == 0) {
            producer.commitTransaction();
            producer.beginTransaction();
        }
    }

    @Override
    public void close() {
        producer.commitTransaction();
        producer.close();
    }
}
