package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;
import studio.domain.plan.ItemSpec;
import studio.schema.StatusCodec.StoredStatus;
import studio.testkit.sample.Samples;

/** What is encoded and decoded is what it was, for samples of every record. */
class RoundTripTest {

    private static final int SEEDS = 6;

    static Stream<Arguments> events() {
        return samples(Schemas.EVENTS);
    }

    static Stream<Arguments> commands() {
        return samples(Schemas.COMMANDS);
    }

    private static Stream<Arguments> samples(String namespace) {
        return Schemas.recordNames().stream()
                .filter(name -> name.startsWith(namespace))
                .flatMap(name -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadTheEventThatWasWritten(String name, int seed) {
        // Given
        Samples samples = Sampled.samples(seed);
        EventMeta meta = samples.next(EventMeta.class);
        Event event = samples.next(RecordType.of(name, Event.class));
        StoredEvent written = EventCodec.encode(meta, event);

        // When
        StoredEvent read = EventCodec.decode(name, written.version(), written.body());

        // Then
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.meta())
                .isEqualTo(written.meta())
                .isEqualTo(meta.withHash(read.meta().hash()));
        assertThat(read.meta().hash())
                .isEqualTo(HashChain.hash(name, written.version(), written.body()))
                .isEqualTo(HashChain.hashIn(written.body()));
        assertThat(read.meta().previousHash()).isEqualTo(HashChain.previousHashIn(written.body()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldReadTheCommandThatWasWritten(String name, int seed) {
        // Given
        Samples samples = Sampled.samples(seed);
        CommandMeta meta = samples.next(CommandMeta.class);
        Command command = samples.next(RecordType.of(name, Command.class));

        // When
        StoredCommand read = CommandCodec.decode(CommandCodec.encode(meta, command));

        // Then
        assertThat(read).isEqualTo(new StoredCommand(name, meta, command));
    }

    @ParameterizedTest
    @MethodSource("studio.schema.HostileBytesTest#seeds")
    void shouldReadTheOutcomeThatWasWritten(int seed) {
        CommandOutcome outcome = Sampled.samples(seed).next(CommandOutcome.class);
        assertThat(OutcomeCodec.decode(OutcomeCodec.encode(outcome))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("studio.schema.HostileBytesTest#seeds")
    void shouldReadWhatIsDesiredAsItWasWritten(int seed) {
        Samples samples = Sampled.samples(seed);
        Desired item = samples.next(Desired.OfItem.class);
        Desired head = samples.next(Desired.OfHead.class);
        ItemSpec spec = samples.next(ItemSpec.class);
        assertThat(DesiredCodec.decode(DesiredCodec.encode(item))).isEqualTo(item);
        assertThat(DesiredCodec.decode(DesiredCodec.encode(head))).isEqualTo(head);
        assertThat(DesiredCodec.decodeSpec(DesiredCodec.encodeSpec(spec))).isEqualTo(spec);
        assertThat(DesiredKey.parse(head.key().toString())).isEqualTo(head.key());
    }

    @ParameterizedTest
    @MethodSource("studio.schema.HostileBytesTest#seeds")
    void shouldReadTheStatusThatWasWritten(int seed) {
        StoredStatus status = Sampled.samples(seed).next(StoredStatus.class);
        assertThat(StatusCodec.decode(StatusCodec.encode(status))).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadTheHeadersAndFrameThatWereWritten(String name, int seed) {
        // Given
        Encoded written = Sampled.encoded(name, Sampled.samples(seed));
        RecordHeaders headers = new RecordHeaders();
        written.describeIn(headers, "id", StreamKey.parse("user/alice"));

        // When
        Encoded read = Encoded.read(headers, written.framed(seed));

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    /** A set has no order, and the salt of the JDK's immutable sets changes it from run to run. */
    @ParameterizedTest
    @MethodSource("events")
    void shouldWriteEqualEventsAsEqualBytes(String name, int seed) {
        Encoded written = Sampled.encoded(name, Sampled.samples(seed));
        assertThat(Sampled.again(written).body()).isEqualTo(written.body());
    }
}
