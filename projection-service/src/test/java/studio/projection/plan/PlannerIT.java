package studio.projection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.projection.config.PlannerConfig;
import studio.projection.testing.History;
import studio.projection.testing.Stories;
import studio.projection.testing.TestLog;
import studio.schema.Desired;
import studio.schema.DesiredKey;
import studio.schema.Topic;
import studio.streams.StreamsRun;
import studio.streams.ThreadFailures;
import studio.testkit.server.ChildJvm;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.TestServers;

/** The planner on a real broker, killed as a crash kills, and another one in its place. */
class PlannerIT {

    private static final Path LOGS =
            Path.of("target", "planners", String.valueOf(ProcessHandle.current().pid()));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final int PARTITIONS = 3;

    private final History history = new History();
    private final DesiredTopic expected = new DesiredTopic();
    private final DesiredTopic topic = new DesiredTopic();
    private final PlannerContext planner = new PlannerContext();
    private final List<ChildJvm> instances = new ArrayList<>();
    private KafkaCluster kafka;
    private TestLog log;
    private Consumer<String, byte[]> reader;

    /** A broker that has seen no planner before: a group's offsets outlive the topics that they are for. */
    @BeforeEach
    void startBroker() throws Exception {
        kafka = TestServers.newKafka();
        TestLog.makeTopics(kafka);
        log = TestLog.of(kafka.bootstrapServers());
        reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.DESIRED.topicName(), partition))
                .toList());
    }

    @AfterEach
    void stopAll() {
        instances.forEach(ChildJvm::kill9);
        reader.close();
        log.close();
        planner.close();
    }

    private ChildJvm start(String instance) {
        ChildJvm started = ChildJvm.start(
                PlannerIT.class,
                LOGS.resolve(instance + ".log"),
                kafka.bootstrapServers(),
                instance,
                LOGS.resolve(instance).toString());
        instances.add(started);
        return started;
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) {
        PlannerConfig config = TestPlannerConfig.of(arguments[1], Path.of(arguments[2]));
        StreamsRun run = new StreamsRun("planner", new ThreadFailures(10, Duration.ofMinutes(10)));
        run.start(PlanTopology.build(config), PlannerRuntime.properties(() -> arguments[0], config));
    }

    /** That happens, for the broker's log and for a planner that nothing befalls. */
    private void happen(List<History.Told> told) {
        log.append(told);
        told.forEach(each -> planner.happened(each.events()));
        planner.read(expected);
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(100))) {
            assertThat(record.partition())
                    .as("all of a stream in one partition")
                    .isEqualTo(DesiredKey.partition(DesiredKey.parse(record.key()).stream(), PARTITIONS));
            topic.read(record.key(), record.headers(), record.value());
        }
    }

    private void awaitTheSame() {
        Map<String, Desired> wanted = Map.copyOf(expected.newest());
        await().atMost(LONG_ENOUGH).until(() -> {
            read();
            return topic.newest().equals(wanted);
        });
    }

    @Test
    void shouldWriteTheSameOnceWhoeverIsKilledMeanwhile() {
        Stories stories = new Stories(11, history);
        happen(stories.tell(300));
        ChildJvm one = start("one");
        awaitTheSame();

        happen(stories.tell(1_500));
        await().atMost(LONG_ENOUGH).until(() -> {
            int before = topic.records();
            read();
            return topic.records() > before;
        });
        one.kill9();
        ChildJvm again = start("one");
        awaitTheSame();

        start("two");
        happen(stories.tell(300));
        again.kill9();
        happen(stories.finale());
        awaitTheSame();
        assertThat(topic.records()).as("nothing was written twice").isEqualTo(expected.records());
        history.streams().forEach(stream -> topic.checkSites(history.entities(stream)));
    }
}
