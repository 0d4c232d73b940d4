package studio.command.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.schema.Topic;

/** Makes the topics at the first start, and refuses to run on ones that would lose or scatter events. */
final class TopicSetup {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicSetup.class);
    private static final String FOR_EVER = "-1";
    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short SAFE_TRANSACTIONS = 2;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Admin admin;
    private final TopicsConfig config;
    private final String applicationId;
    private final BrokerAnswers answers;

    TopicSetup(Admin admin, TopicsConfig config, String applicationId) {
        this.admin = admin;
        this.config = config;
        this.applicationId = applicationId;
        this.answers = new BrokerAnswers(config.timeout());
    }

    /**
     * Makes what is missing and checks what is there.
     *
     * @throws IllegalStateException if the broker's transactions or topics are not fit for Studio; the message says what to change
     */
    void run() {
        requireSafeTransactions();
        create();
        requirePartitions();
    }

    /** Before version 2 a transaction could lose or tear committed writes (KIP-890, and Jepsen's report on Bufstream 0.1.0). */
    private void requireSafeTransactions() {
        FinalizedVersionRange range = answers.await(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(TRANSACTION_VERSION);
        if (range == null || range.maxVersionLevel() < SAFE_TRANSACTIONS) {
            throw new IllegalStateException("the Kafka cluster has no transaction.version=2; finalize it with "
                    + "'kafka-features.sh upgrade --feature transaction.version=2'");
        }
    }

    private void create() {
        List<NewTopic> wanted = new ArrayList<>();
        Arrays.stream(Topic.values()).map(this::topic).forEach(wanted::add);
        wanted.add(usage());
        Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted).values();
        results.forEach((name, result) -> {
            if (isNew(result)) {
                LOGGER.atInfo().addKeyValue("topic", name).log("made a topic");
            }
        });
    }

    /** One partition is enough for what is written a few times in a user's life. */
    private NewTopic usage() {
        return new NewTopic(Usage.topic(applicationId), 1, config.replicationFactor())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private NewTopic topic(Topic topic) {
        Map<String, String> settings = switch (topic) {
            case EVENTS ->
                Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER, TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
            case COMMANDS -> keptFor(config.commandRetention());
            case OUTCOMES -> keptFor(config.outcomeRetention());
            case DESIRED, STATUS -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case DEAD_LETTER -> keptFor(config.deadLetterRetention());
        };
        return new NewTopic(topic.topicName(), config.partitions(), config.replicationFactor()).configs(settings);
    }

    private static Map<String, String> keptFor(Duration retention) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
    }

    private void requirePartitions() {
        List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        List<String> wrong = new ArrayList<>();
        for (TopicDescription topic : describe(names)) {
            if (topic.partitions().size() != config.partitions()) {
                wrong.add(topic.name() + " has " + topic.partitions().size());
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("studio.topics.partitions is " + config.partitions() + ", but "
                    + String.join(", ", wrong) + "; the number cannot change once there are streams");
        }
    }

    /** A broker hears from the controller of a topic that was made, a moment after whoever made it. */
    private Collection<TopicDescription> describe(List<String> names) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return answers.await(admin.describeTopics(names).allTopicNames())
                        .values();
            } catch (UnknownTopicOrPartitionException notYet) {
                if (System.nanoTime() - begin > config.timeout().toNanos()) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private boolean isNew(KafkaFuture<Void> creation) {
        try {
            answers.await(creation);
            return true;
        } catch (TopicExistsException there) {
            return false;
        }
    }
}
