package studio.projection.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import studio.domain.kernel.StreamKey;
import studio.schema.Encoded;
import studio.schema.StoredEvent;
import studio.schema.Topic;

/** The planner's topology on a test driver: events in, what is desired out. */
final class PlannerContext implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> events;
    private final TestOutputTopic<String, byte[]> desired;
    private final TestOutputTopic<String, byte[]> deadLetters;

    PlannerContext() {
        Path directory = temporary();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(PlanTopology.build(TestPlannerConfig.of("one", directory)), properties);
        events = driver.createInputTopic(Topic.EVENTS.topicName(), new StringSerializer(), new ByteArraySerializer());
        desired = output(Topic.DESIRED);
        deadLetters = output(Topic.DEAD_LETTER);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("studio-planner");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A planner that goes on where that one is, as after a restart. */
    static PlannerContext after(PlannerContext other) {
        PlannerContext next = new PlannerContext();
        try (KeyValueIterator<String, byte[]> entries = other.store().all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                next.store().put(entry.key, entry.value);
            }
        }
        return next;
    }

    private KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(PlanStore.NAME);
    }

    /** That happened. */
    PlannerContext happened(List<StoredEvent> all) {
        all.forEach(this::happened);
        return this;
    }

    /** That happened. */
    void happened(StoredEvent event) {
        happened(event.meta().stream().toString(), Encoded.of(event));
    }

    /** That record is in the log. */
    void happened(String key, Encoded encoded) {
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers, "id", StreamKey.parse(key));
        events.pipeInput(new TestRecord<>(key, encoded.framed(0), headers));
    }

    /** What was written since the last time. */
    List<TestRecord<String, byte[]>> written() {
        return desired.readRecordsToList();
    }

    /** The keys of what was written since the last time. */
    List<String> keys() {
        return written().stream().map(TestRecord::key).toList();
    }

    /** Takes what was written since the last time into that reader. */
    void read(DesiredTopic topic) {
        written().forEach(record -> topic.read(record.key(), record.headers(), record.value()));
    }

    /** How many dead letters there are. */
    long deadLetters() {
        return deadLetters.getQueueSize();
    }

    @Override
    public void close() {
        driver.close();
    }
}
