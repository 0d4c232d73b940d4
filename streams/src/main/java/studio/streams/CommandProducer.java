package studio.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.domain.kernel.StreamKey;
import studio.schema.Encoded;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** Appends commands to their topic, for whoever gives some. */
public final class CommandProducer implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final SchemaIds schemaIds;

    /**
     * How commands are sent.
     *
     * @param bootstrapServers the brokers to begin with
     * @param clientId         who sends, for the broker's own records
     * @param delivery         how long the broker may take to store a command
     * @param bufferBytes      memory for commands that it has not stored yet
     * @param maxBlock         how long sending may take when that is full, or nobody knows yet where the topic is
     */
    public record Settings(
            String bootstrapServers, String clientId, Duration delivery, long bufferBytes, Duration maxBlock) {}

    /**
     * A command to be given.
     *
     * @param id      its id
     * @param stream  the stream that it is for
     * @param encoded the command
     */
    public record Given(String id, StreamKey stream, Encoded encoded) {}

    /** A producer that numbers its commands' schemas like that. */
    public CommandProducer(Settings settings, SchemaIds schemaIds) {
        this.schemaIds = schemaIds;
        this.producer = new KafkaProducer<>(properties(settings));
    }

    private static Map<String, Object> properties(Settings settings) {
        int delivery = (int) settings.delivery().toMillis();
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, settings.clientId()),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.bufferBytes()),
                Map.entry(
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.maxBlock().toMillis()),
                // A topic that nobody wrote to for a while must not have to be looked up again by the next command.
                Map.entry(
                        ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                        Duration.ofDays(1).toMillis()),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /** Asks the broker where the topic is, unless that is known; says whether it is now. */
    public boolean isConnected() {
        try {
            return !producer.partitionsFor(Topic.COMMANDS.topicName()).isEmpty();
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    /** Sends a command; {@code sent} is told when the broker has it, or why it has not, on any thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
    public void send(Given command, Consumer<Optional<Exception>> sent) {
        Encoded encoded = command.encoded();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topic.COMMANDS.topicName(),
                command.stream().toString(),
                encoded.framed(schemaIds.contentId(encoded.type(), encoded.version())));
        encoded.describeIn(record.headers(), command.id(), command.stream());
        try {
            producer.send(record, (metadata, failure) -> sent.accept(Optional.ofNullable(failure)));
        } catch (KafkaException failure) {
            sent.accept(Optional.of(failure));
        }
    }

    /**
     * Returns when the broker has all of them, from when on they will be decided for certain.
     *
     * @throws KafkaException if it has not; giving them again does no harm
     */
    public void give(List<Given> commands) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (Given command : commands) {
            CompletableFuture<Void> one = new CompletableFuture<>();
            sent.add(one);
            send(command, failure -> failure.ifPresentOrElse(one::completeExceptionally, () -> one.complete(null)));
        }
        try {
            for (CompletableFuture<Void> one : sent) {
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
