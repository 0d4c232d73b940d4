package studio.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.Topic;

/** Gives commands where the services give them: on their topic. For those whom no route serves yet. */
final class CommandTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Producer<String, byte[]> producer;
    private final Consumer<String, byte[]> outcomes;

    CommandTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        outcomes = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = outcomes.partitionsFor(Topic.OUTCOMES.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        outcomes.assign(partitions);
        outcomes.seekToEnd(partitions);
        partitions.forEach(outcomes::position);
    }

    /** Gives a command and waits for what becomes of it. */
    CommandOutcome give(Actor actor, StreamKey stream, Command command) {
        String id = UUID.randomUUID().toString();
        ActorRef giver = ActorRef.to(actor);
        Encoded encoded = CommandCodec.encode(
                new CommandMeta(
                        id,
                        stream,
                        CommandCodec.fingerprint(stream, giver, command, false),
                        id,
                        Optional.empty(),
                        giver,
                        actor.roles(),
                        actor.groups(),
                        Optional.empty(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Optional.empty(),
                        false),
                command);
        send(id, stream, encoded);
        return outcome(id);
    }

    private void send(String id, StreamKey stream, Encoded encoded) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.COMMANDS.topicName(), stream.toString(), encoded.framed(0));
        encoded.describeIn(record.headers(), id, stream);
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CommandOutcome outcome(String commandId) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            for (ConsumerRecord<String, byte[]> record : outcomes.poll(POLL)) {
                CommandOutcome outcome = OutcomeCodec.decode(Encoded.read(record.headers(), record.value()));
                if (outcome.commandId().equals(commandId)) {
                    return outcome;
                }
            }
        }
        throw new IllegalStateException("command " + commandId + " had no outcome within " + PATIENCE);
    }

    @Override
    public void close() {
        producer.close();
        outcomes.close();
    }
}
