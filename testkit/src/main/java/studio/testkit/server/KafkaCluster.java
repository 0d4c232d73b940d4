package studio.testkit.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A Kafka cluster of one broker.
 *
 * @param bootstrapServers where clients find it
 */
public record KafkaCluster(String bootstrapServers) {

    private static final long TIMEOUT_SECONDS = 30;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

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

    /** Makes topics, and returns when the broker knows them: it hears of them from its controller, a moment after whoever made them. */
    public void createTopics(Collection<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        try (Admin admin = admin()) {
            await(admin.createTopics(topics).all());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            while (!isKnown(admin, names) && System.nanoTime() < end) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean isKnown(Admin admin, List<String> names) {
        try {
            return await(admin.describeTopics(names).allTopicNames()).size() == names.size();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
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
