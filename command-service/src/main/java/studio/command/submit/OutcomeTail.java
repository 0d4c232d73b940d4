package studio.command.submit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.command.process.KafkaConfig;
import studio.schema.ActorRef;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.Topic;

/**
 * Follows the outcomes of all commands, whichever instance took them, in a thread of its own: it reads committed ones only, so
 * what it tells can't be taken back.
 */
@ApplicationScoped
public class OutcomeTail {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutcomeTail.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final KafkaConfig kafka;
    private final SubmitConfig config;
    private final PendingOutcomes pending;
    private final RecentOutcomes recent;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean following;

    OutcomeTail(KafkaConfig kafka, SubmitConfig config, MeterRegistry metrics) {
        this.kafka = kafka;
        this.config = config;
        this.pending = new PendingOutcomes(config.inFlightLimit());
        this.recent = new RecentOutcomes(config.outcomeBytes());
        metrics.gauge("studio.commands.in.flight", pending, PendingOutcomes::size);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("outcome-tail").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        closed.await(POLL_TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    /** The outcome of that command once it is there. */
    CompletableFuture<CommandOutcome> expect(CommandMeta meta, String type, Duration budget) {
        return pending.expect(meta, type, budget);
    }

    /** The outcome of a command that was decided of late. */
    public Optional<CommandOutcome> find(String commandId) {
        return recent.find(commandId);
    }

    /** Who gave the command of that id, if its outcome is waited for here. */
    public Optional<ActorRef> giver(String commandId) {
        return pending.giver(commandId);
    }

    /** Says whether outcomes are followed now, so that no outcome of a command given from now on is missed. */
    public boolean isFollowing() {
        return following;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(properties())) {
                seek(consumer);
                follow(consumer);
            } catch (KafkaException lost) {
                LOGGER.atWarn().setCause(lost).log("outcomes cannot be followed; trying again");
                pause();
            } finally {
                following = false;
            }
        }
        closed.countDown();
    }

    /** Goes on where it was; at the start, a little before the end. */
    private void seek(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.OUTCOMES.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topic.OUTCOMES.topicName());
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            long start = positions.getOrDefault(partition, end - config.outcomesReadAgain());
            consumer.seek(partition, Math.max(beginning, start));
        });
        following = true;
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while (closing.getCount() > 0) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                tell(record);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            Encoded encoded = Encoded.read(record.headers(), record.value());
            CommandOutcome outcome = OutcomeCodec.decode(encoded);
            recent.add(outcome.commandId(), encoded);
            pending.complete(outcome);
        } catch (IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(unreadable)
                    .log("an outcome cannot be read; whoever waits for it has to ask again");
        }
    }

    private Map<String, Object> properties() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "outcome-tail",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    private void pause() {
        try {
            boolean stop = closing.await(config.reconnectPause().toMillis(), TimeUnit.MILLISECONDS);
            LOGGER.atDebug().addKeyValue("stop", stop).log("the pause is over");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
