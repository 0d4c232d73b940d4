package studio.projection.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import studio.domain.kernel.Command;
import studio.projection.testing.History;
import studio.projection.testing.Service;
import studio.projection.testing.TestLog;
import studio.schema.CommandCodec;
import studio.schema.Encoded;
import studio.schema.StoredCommand;
import studio.schema.Topic;

/** Decides the commands of the topic with the domain's own rules, as the command service does, and writes what becomes of them. */
final class Decider implements AutoCloseable {

    private final Service service;
    private final TestLog log;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Queue<StoredCommand> given = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "decider");
    private volatile boolean closing;

    Decider(String bootstrapServers, Service service) {
        this.service = service;
        this.log = TestLog.of(bootstrapServers);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.COMMANDS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    private void run() {
        while (!closing) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                StoredCommand stored = CommandCodec.decode(Encoded.read(record.headers(), record.value()));
                given.add(stored);
                locked(() -> {
                    History.Told told = service.history()
                            .give(
                                    stored.meta().commandId(),
                                    stored.meta().authority(),
                                    stored.meta().stream(),
                                    stored.command());
                    log.append(told);
                    return told;
                });
            }
        }
        consumer.close();
        log.close();
    }

    /** Does something with the history while nobody decides. */
    <T> T locked(Supplier<T> action) {
        synchronized (service) {
            return action.get();
        }
    }

    /** The commands of that type that were given so far. */
    <C extends Command> List<C> given(Class<C> type) {
        return given.stream()
                .map(StoredCommand::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
