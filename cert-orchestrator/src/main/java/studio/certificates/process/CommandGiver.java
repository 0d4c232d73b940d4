package studio.certificates.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.schema.Encoded;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** Appends commands to their topic. */
final class CommandGiver implements AutoCloseable {

    private static final int DELIVERY_MILLIS = 10_000;

    private final Producer<String, byte[]> producer;
    private final SchemaIds schemaIds;

    CommandGiver(String bootstrapServers, SchemaIds schemaIds) {
        this.schemaIds = schemaIds;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "cert-orchestrator",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                DELIVERY_MILLIS,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }

    /**
     * Returns when the broker has all of them, from when on they will be decided for certain.
     *
     * @throws KafkaException if it has not; giving them again does no harm
     */
    void give(List<Outbox.Waiting> commands) {
        List<Future<?>> sent = new ArrayList<>();
        for (Outbox.Waiting command : commands) {
            Encoded encoded = command.encoded();
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    Topic.COMMANDS.topicName(),
                    command.stream().toString(),
                    encoded.framed(schemaIds.contentId(encoded.type(), encoded.version())));
            encoded.describeIn(record.headers(), command.id(), command.stream());
            sent.add(producer.send(record));
        }
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take a command", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while giving commands", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
