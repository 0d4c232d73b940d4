package studio.command.process;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings, from ours. */
final class StreamsProperties {

    private static final int HEARTBEATS_PER_SESSION = 3;
    private static final int RETRY_BACKOFF_MS = 2;
    private static final int LINGER_MS = 100;

    private StreamsProperties() {}

    static Properties of(KafkaConfig kafka, TopicsConfig topics, ProcessorConfig config) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicationFactor());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        // The default of 100 ms would be the latency of every lone command: an idle thread commits only after a poll.
        properties.put(StreamsConfig.POLL_MS_CONFIG, config.pollTimeout().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        consumer(properties, config);
        producer(properties, config);
        return properties;
    }

    private static void consumer(Properties properties, ProcessorConfig config) {
        long session = config.sessionTimeout().toMillis();
        putConsumer(properties, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId());
        putConsumer(properties, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session);
        putConsumer(properties, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) (session / HEARTBEATS_PER_SESSION));
        putConsumer(properties, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    private static void producer(Properties properties, ProcessorConfig config) {
        // Nobody may read a record before its transaction's end, which sends whatever lingers. So waiting for more
        // costs no
        // time, and sending each record at once would cost the broker most of its own.
        putProducer(properties, ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        // The next transaction meets the markers of the one before; the default back-off of 100 ms would stall it
        // (KAFKA-20000).
        putProducer(properties, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MS);
        putProducer(properties, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int)
                config.transactionTimeout().toMillis());
    }

    private static void putConsumer(Properties properties, String key, Object value) {
        properties.put(StreamsConfig.mainConsumerPrefix(key), value);
    }

    private static void putProducer(Properties properties, String key, Object value) {
        properties.put(StreamsConfig.producerPrefix(key), value);
    }
}
