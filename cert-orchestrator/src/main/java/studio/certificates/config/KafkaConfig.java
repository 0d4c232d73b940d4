package studio.certificates.config;

import io.smallrye.config.ConfigMapping;

/** Where the Kafka cluster is. */
@ConfigMapping(prefix = "studio.kafka")
public interface KafkaConfig {

    /** The brokers to begin with, as host:port with commas between. */
    String bootstrapServers();
}
