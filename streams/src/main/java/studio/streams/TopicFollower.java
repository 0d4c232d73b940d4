package studio.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.schema.Topic;

/**
 * Follows all partitions of a topic in a thread of its own, in every instance, and tells only what is committed. When the broker is lost,
 * it goes on where it was once it is back.
 */
public final class TopicFollower {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLL_RECORDS = 1_000;

    private final Settings settings;
    private final Listener listener;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean following;
    private volatile boolean caughtUp;

    /**
     * What is followed.
     *
     * @param bootstrapServers the brokers to begin with
     * @param name             of the thread, and for the broker's own records
     * @param topic            the topic
     * @param last             with how many of each partition's records it begins; with the first if absent
     * @param pause            before it tries again after the broker was lost
     */
    public record Settings(String bootstrapServers, String name, Topic topic, OptionalLong last, Duration pause) {}

    /** Is told what is read, on the follower's thread. */
    public interface Listener {

        /** The next records, those of one partition in their order; none if there were none for half a second. */
        void read(ConsumerRecords<String, byte[]> records);

        /** All that there was when it began has been told. Once. */
        default void caughtUp() {}
    }

    /** A follower that begins when it is started. */
    public TopicFollower(Settings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** Begins. */
    public void start() {
        Thread.ofPlatform().name(settings.name()).daemon().start(this::run);
    }

    /** Ends, after what it is telling now. */
    public void stop() throws InterruptedException {
        closing.countDown();
        boolean ended = closed.await(POLL.toMillis() * 2, TimeUnit.MILLISECONDS);
        LOGGER.atDebug().addKeyValue("ended", ended).log("following was ended");
    }

    /** Says whether the topic is followed now, so that nothing is missed from now on. */
    public boolean isFollowing() {
        return following;
    }

    /** Says whether all has been told that there was when it began. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (FollowingConsumer consumer = new FollowingConsumer(properties())) {
                follow(consumer, seek(consumer));
            } catch (RuntimeException lost) {
                // The broker's, or the listener's: it is told again what it failed at.
                LOGGER.atWarn()
                        .addKeyValue("topic", settings.topic().topicName())
                        .setCause(lost)
                        .log("a topic cannot be followed; trying again");
                pause();
            } finally {
                following = false;
            }
        }
        closed.countDown();
    }

    /** One that is given up goes at once: it belongs to no group that would have to know. */
    private static final class FollowingConsumer extends KafkaConsumer<String, byte[]> {

        FollowingConsumer(Map<String, Object> properties) {
            super(properties);
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** Goes on where it was; where the topic ends now. */
    private Map<TopicPartition, Long> seek(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer
                .partitionsFor(settings.topic().topicName())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + settings.topic().topicName());
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach((partition, end) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            long first = settings.last().isPresent() ? end - settings.last().getAsLong() : beginning;
            consumer.seek(partition, Math.max(beginning, positions.getOrDefault(partition, first)));
        });
        following = true;
        return ends;
    }

    private void follow(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (closing.getCount() > 0) {
            listener.read(consumer.poll(POLL));
            ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (!caughtUp
                    && ends.entrySet().stream()
                            .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                listener.caughtUp();
                caughtUp = true;
            }
        }
    }

    private Map<String, Object> properties() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                settings.name(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                settings.last().isPresent() ? "latest" : "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                POLL_RECORDS,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    private void pause() {
        try {
            boolean stop = closing.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
            LOGGER.atDebug().addKeyValue("stop", stop).log("the pause is over");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
