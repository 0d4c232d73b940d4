package studio.projection.plan;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.projection.config.KafkaConfig;
import studio.projection.config.PlannerConfig;
import studio.schema.Topic;
import studio.streams.ExactlyOnce;
import studio.streams.StreamsRun;
import studio.streams.ThreadFailures;

/** Starts, watches and stops the planner. */
@ApplicationScoped
public class PlannerRuntime {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlannerRuntime.class);
    private static final int BEFORE_OTHERS = 100;
    private static final List<String> TOPICS =
            List.of(Topic.EVENTS.topicName(), Topic.DESIRED.topicName(), Topic.DEAD_LETTER.topicName());

    private final KafkaConfig kafka;
    private final PlannerConfig config;
    private final StreamsRun run;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean began;

    PlannerRuntime(KafkaConfig kafka, PlannerConfig config) {
        this.kafka = kafka;
        this.config = config;
        this.run =
                new StreamsRun("planner", new ThreadFailures(config.threadFailures(), config.threadFailuresWindow()));
    }

    /** Kafka Streams gives up where its topics are missing, and the command service may come later. */
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            Thread.ofPlatform().name("planner-start").daemon().start(this::startWhenTopicsAreThere);
        }
    }

    private void startWhenTopicsAreThere() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            boolean there = hasTopics(admin);
            while (!there && !stopping.await(config.retryInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                there = hasTopics(admin);
            }
            begin(there);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasTopics(Admin admin) throws InterruptedException {
        try {
            return admin.describeTopics(TOPICS).allTopicNames().get().size() == TOPICS.size();
        } catch (ExecutionException missing) {
            LOGGER.atDebug().setCause(missing).log("the planner's topics are not there yet");
            return false;
        }
    }

    private synchronized void begin(boolean there) {
        if (there && stopping.getCount() > 0) {
            run.start(PlanTopology.build(config), properties(kafka, config));
        }
    }

    static Properties properties(KafkaConfig kafka, PlannerConfig config) {
        return ExactlyOnce.properties(new ExactlyOnce.Settings(
                kafka.bootstrapServers(),
                config.applicationId(),
                config.instanceId(),
                config.stateDir(),
                config.threads(),
                new ExactlyOnce.Replicas(config.standbyReplicas(), config.replicationFactor()),
                new ExactlyOnce.Pace(config.backlogCommitInterval(), config.pollTimeout(), config.pollRecords()),
                new ExactlyOnce.Timeouts(
                        config.transactionTimeout(), config.sessionTimeout(), config.rebalanceTimeout())));
    }

    synchronized void stop(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent event) {
        stopping.countDown();
        run.stop(config.stopTimeout());
    }

    /** Says whether the planner has begun to work, or is not meant to. */
    public boolean isReady() {
        began = began || run.isRunning();
        return !config.enabled() || began;
    }

    /** Why the planner stopped for good, if it did. */
    public Optional<String> failure() {
        return run.failure();
    }
}
