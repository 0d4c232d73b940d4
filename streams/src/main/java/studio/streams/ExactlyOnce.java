package studio.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings for a processor whose every record has one effect. */
public final class ExactlyOnce {

    private static final int HEARTBEATS_PER_SESSION = 3;
    private static final int RETRY_BACKOFF_MS = 2;
    private static final int LINGER_MS = 100;

    private ExactlyOnce() {}

    /**
     * What differs between processors and installations.
     *
     * @param bootstrapServers   the brokers to begin with
     * @param applicationId      names the group, the transactional ids and the changelogs
     * @param instanceId         the instance's name in the group; a stable one lets a restart take up its partitions at once
     * @param stateDir           where Kafka Streams makes its directories
     * @param threads            partitions are spread over them
     * @param replicas           how its topics and stores are copied
     * @param pace               how it polls and commits
     * @param timeouts           what is given up when
     */
    public record Settings(
            String bootstrapServers,
            String applicationId,
            String instanceId,
            Path stateDir,
            int threads,
            Replicas replicas,
            Pace pace,
            Timeouts timeouts) {}

    /**
     * How topics and stores are copied.
     *
     * @param standbys copies of the stores that other instances keep
     * @param factor   copies of each of its topics' partitions
     */
    public record Replicas(int standbys, int factor) {}

    /**
     * How a processor polls and commits.
     *
     * @param commitInterval the longest time between two commits
     * @param pollTimeout    the longest wait in one poll; an idle thread commits only after a poll
     * @param pollRecords    records that a thread takes at once; it takes part in a change of the group only between
     */
    public record Pace(Duration commitInterval, Duration pollTimeout, int pollRecords) {}

    /**
     * What is given up when.
     *
     * @param transaction a transaction that was left open, which is how long a takeover can take
     * @param session     the partitions of a silent instance
     * @param rebalance   the wait of a changing group for a busy thread
     */
    public record Timeouts(Duration transaction, Duration session, Duration rebalance) {}

    /** The properties. */
    public static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.replicas().standbys());
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicas().factor());
        // The longer interval: after a single record that took longer than the shorter one (a cold program, a busy
        // machine), Kafka Streams would commit, and again after the next. The shorter one is CommitRequests' business.
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.pace().commitInterval().toMillis());
        // The default of 100 ms would be the latency of every lone record: an idle thread commits only after a poll.
        properties.put(
                StreamsConfig.POLL_MS_CONFIG, settings.pace().pollTimeout().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        consumer(properties, settings);
        producer(properties, settings.timeouts());
        return properties;
    }

    private static void consumer(Properties properties, Settings settings) {
        long session = settings.timeouts().session().toMillis();
        putConsumer(properties, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        putConsumer(properties, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session);
        putConsumer(properties, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) (session / HEARTBEATS_PER_SESSION));
        putConsumer(properties, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A thread works on and commits all that it has taken before it polls again. Till then the group waits for it,
        // and nobody has the partitions of an instance that died.
        putConsumer(
                properties,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.pace().pollRecords());
        putConsumer(properties, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                settings.timeouts().rebalance().toMillis());
    }

    private static void producer(Properties properties, Timeouts timeouts) {
        // Nobody may read a record before its transaction's end, which sends whatever lingers. So waiting for more
        // costs no time, and sending each record at once would cost the broker most of its own.
        putProducer(properties, ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        // The next transaction meets the markers of the one before; the default back-off of 100 ms would stall it
        // (KAFKA-20000).
        putProducer(properties, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MS);
        putProducer(properties, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int)
                timeouts.transaction().toMillis());
    }

    private static void putConsumer(Properties properties, String key, Object value) {
        properties.put(StreamsConfig.mainConsumerPrefix(key), value);
    }

    private static void putProducer(Properties properties, String key, Object value) {
        properties.put(StreamsConfig.producerPrefix(key), value);
    }
}
