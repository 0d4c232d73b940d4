package studio.command.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.EventCodec;
import studio.schema.OutcomeCodec;
import studio.schema.StoredEvent;
import studio.schema.Topic;
import studio.schema.registry.SchemaIds;

/** The command processor's topology on a test driver, spoken to in commands, events and outcomes. */
final class TopologyContext implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> commands;
    private final TestOutputTopic<String, byte[]> events;
    private final TestOutputTopic<String, byte[]> outcomes;
    private final TestOutputTopic<String, byte[]> deadLetters;
    private Instant now = START;

    TopologyContext() {
        this(Duration.ofHours(24), 1_000);
    }

    TopologyContext(Duration dedupeWindow, int dedupeLimit) {
        ProcessorConfig config = new TestProcessorConfig("test-0", temporary(), dedupeWindow, dedupeLimit);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        driver = new TopologyTestDriver(CommandTopology.build(config, SchemaIds.none()), properties, START);
        commands =
                driver.createInputTopic(Topic.COMMANDS.topicName(), new StringSerializer(), new ByteArraySerializer());
        events = output(Topic.EVENTS);
        outcomes = output(Topic.OUTCOMES);
        deadLetters = output(Topic.DEAD_LETTER);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("studio-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Gives a command and returns its outcome. */
    CommandOutcome give(Given given) {
        pipe(given.stream().toString(), CommandCodec.encode(given.meta(now), given.command()));
        return outcome();
    }

    void pipe(String key, Encoded encoded) {
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers, "test", StreamKey.parse(key));
        commands.pipeInput(new TestRecord<>(key, encoded.framed(0), headers));
    }

    void pipeRaw(String key, byte[] value) {
        commands.pipeInput(key, value);
    }

    CommandOutcome outcome() {
        TestRecord<String, byte[]> record = outcomes.readRecord();
        return OutcomeCodec.decode(Encoded.read(record.headers(), record.value()));
    }

    boolean hasOutcome() {
        return !outcomes.isEmpty();
    }

    /** The events since the last call. */
    List<StoredEvent> events() {
        return events.readRecordsToList().stream()
                .map(record -> Encoded.read(record.headers(), record.value()))
                .map(encoded -> EventCodec.decode(encoded.type(), encoded.version(), encoded.body()))
                .toList();
    }

    /** The dead letters since the last call. */
    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** Lets the clock go on; what timers command is decided at once. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    @Override
    public void close() {
        driver.close();
    }

    /**
     * A command to give.
     *
     * @param id       its id
     * @param stream   the stream
     * @param actor    who gives it
     * @param command  what is asked
     * @param expected the revision it is based on
     * @param dryRun   whether only to say what would happen
     */
    record Given(String id, StreamKey stream, Actor actor, Command command, Optional<Long> expected, boolean dryRun) {

        static Given command(String id, StreamKey stream, Actor actor, Command command) {
            return new Given(id, stream, actor, command, Optional.empty(), false);
        }

        Given expecting(long revision) {
            return new Given(id, stream, actor, command, Optional.of(revision), dryRun);
        }

        Given dry() {
            return new Given(id, stream, actor, command, expected, true);
        }

        CommandMeta meta(Instant issuedAt) {
            ActorRef ref = ActorRef.to(actor);
            return new CommandMeta(
                    id,
                    stream,
                    CommandCodec.fingerprint(stream, ref, command, dryRun),
                    id,
                    Optional.empty(),
                    ref,
                    actor.roles(),
                    actor.groups(),
                    Optional.empty(),
                    issuedAt,
                    expected,
                    dryRun);
        }
    }
}
