package studio.testkit.server;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/**
 * A Kafka cluster of one broker.
 *
 * @param bootstrapServers where clients find it
 */
public record KafkaCluster(String bootstrapServers) {

    private static final long TIMEOUT_SECONDS = 30;

    /** A client for topics and settings, to be closed by whoever asked. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Deletes all topics but the broker's own, and with them what consumers have read of them. */
    public void deleteTopics() {
        try (Admin admin = admin()) {
            Set<String> topics = await(admin.listTopics().names());
            await(admin.deleteTopics(topics).all());
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the test's Kafka cluster does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the test's Kafka cluster", e);
        }
    }
}
