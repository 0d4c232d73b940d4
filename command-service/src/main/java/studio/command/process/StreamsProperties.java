package studio.command.process;

import java.util.Properties;
import studio.streams.ExactlyOnce;

/** Kafka Streams' settings, from ours. */
final class StreamsProperties {

    private StreamsProperties() {}

    static Properties of(KafkaConfig kafka, TopicsConfig topics, ProcessorConfig config) {
        return ExactlyOnce.properties(new ExactlyOnce.Settings(
                kafka.bootstrapServers(),
                config.applicationId(),
                config.instanceId(),
                config.stateDir(),
                config.threads(),
                new ExactlyOnce.Replicas(config.standbyReplicas(), topics.replicationFactor()),
                new ExactlyOnce.Pace(config.backlogCommitInterval(), config.pollTimeout(), config.pollRecords()),
                new ExactlyOnce.Timeouts(
                        config.transactionTimeout(), config.sessionTimeout(), config.rebalanceTimeout())));
    }
}
