package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.kernel.StreamKey;

/** Whatever stands on a topic, reading it gives a record or an {@link IllegalArgumentException}, and costs little. */
class HostileBytesTest {

    private static final String USER = "studio.events.UserRegistered";
    private static final long MUCH = 1_000_000;

    /** What is loaded once is not what a body makes the reader allocate. */
    @BeforeAll
    static void loadSchemas() {
        Schemas.recordNames().forEach(HostileBytesTest::sample);
        Schemas.recordNames()
                .forEach(name -> Sampled.decoded(new Encoded(name, Schemas.latestVersion(name), sample(name))));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    static Stream<String> names() {
        return Schemas.recordNames().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldSurviveNoise(String name) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            read(name, noise);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldRejectWhatIsCutShort(String name) {
        byte[] body = sample(name);
        for (int length = 0; length < body.length; length++) {
            Encoded cut = new Encoded(name, Schemas.latestVersion(name), Arrays.copyOf(body, length));
            assertThatIllegalArgumentException().isThrownBy(() -> Sampled.decoded(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldRejectWhatIsTooLong(String name) {
        byte[] body = sample(name);
        Encoded longer = new Encoded(name, Schemas.latestVersion(name), Arrays.copyOf(body, body.length + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampled.decoded(longer));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldSurviveFlippedBits(String name) {
        byte[] body = sample(name);
        for (int bit = 0; bit < body.length * Byte.SIZE; bit++) {
            byte[] flipped = body.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            read(name, flipped);
        }
    }

    /** At every place in the record, so also where a text's length or an array's size belongs. */
    @ParameterizedTest
    @MethodSource("names")
    void shouldSurviveHugeNumbersAnywhere(String name) {
        byte[] body = sample(name);
        for (int at = 0; at < body.length; at++) {
            for (long number :
                    new long[] {Long.MIN_VALUE, Integer.MIN_VALUE, -1, Integer.MAX_VALUE - 8, Long.MAX_VALUE}) {
                read(name, spliced(body, at, number));
            }
        }
    }

    @Test
    void shouldRejectAnUnknownTypeAndForgetIt() {
        for (String name :
                new String[] {"", "/", "../schemas/" + USER, "studio.events.Nothing", "studio.types.Actor"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> EventCodec.decode(name, 1, new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> Schemas.versions(name));
        }
    }

    @Test
    void shouldRejectAnUnknownVersion() {
        for (int version : new int[] {Integer.MIN_VALUE, 0, 99, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> EventCodec.decode(USER, version, sample(USER)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "1",
                "studio:schemas/",
                "studio:schemas//",
                "studio:schemas/" + USER,
                "studio:schemas/" + USER + "/",
                "studio:schemas/" + USER + "/99999999999",
                "studio:schemas/" + USER + "/-1",
                "studio:schemas/" + USER + "/x",
                "studio:schemas/studio.events.UserRemoved/1"
            })
    void shouldRejectASchemaHeaderThatIsNone(String schema) {
        // Given
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", USER.getBytes(StandardCharsets.UTF_8));
        headers.add("ce_dataschema", schema.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> Encoded.read(headers, new byte[5]));
    }

    @Test
    void shouldRejectAHeaderWithoutValue() {
        // Given
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", USER.getBytes(StandardCharsets.UTF_8));
        headers.add("ce_dataschema", null);

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> Encoded.read(headers, new byte[5]));
    }

    @Test
    void shouldRejectAValueThatIsNotFramed() {
        // Given
        Encoded encoded = Sampled.encoded(USER, Sampled.samples(1));
        RecordHeaders headers = new RecordHeaders();
        encoded.describeIn(headers, "id", StreamKey.parse("user/alice"));

        // Then
        for (byte[] value : new byte[][] {null, {}, {0, 0, 0, 0}, {1, 0, 0, 0, 0, 7}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Encoded.read(headers, value));
        }
    }

    private static byte[] sample(String name) {
        return Sampled.encoded(name, Sampled.complete(3)).body();
    }

    private static byte[] spliced(byte[] body, int at, long number) {
        ByteBuffer bytes = ByteBuffer.allocate(body.length + 10).put(body, 0, at);
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest).put(body, at, body.length - at);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void read(String name, byte[] body) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String refusal = refusal(new Encoded(name, Schemas.latestVersion(name), body));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(refusal).contains(" ");
        assertThat(allocated).isLessThan(MUCH);
    }

    /** Why those bytes are refused, in words; that they are not, in words, too. */
    private static String refusal(Encoded encoded) {
        try {
            Sampled.decoded(encoded);
            return "not refused";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
