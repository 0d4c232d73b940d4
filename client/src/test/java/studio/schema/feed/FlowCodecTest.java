package studio.schema.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.feed.frame.Bounds;
import studio.feed.frame.FlowReport;

class FlowCodecTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/studio.feed/flow-report-1.hex");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final String LONG = "x".repeat(FlowReport.MAX_NAME);

    private static final FlowReport.Service SERVICE =
            new FlowReport.Service("listener/orders:80", "van/link", false, 3, 1, 100, 2_000, 2, 900, 1, 1);
    private static final FlowReport.RouterLink LINK = new FlowReport.RouterLink("studio-paris", true, 10, 20);
    private static final FlowReport.Flow FLOW = new FlowReport.Flow(
            "AwTOW:7",
            "listener/orders:80",
            "van/link",
            "127.0.0.1:4711",
            NOON,
            Optional.of(NOON.plusSeconds(1)),
            100,
            2_000,
            Optional.of(450L),
            Optional.empty());

    private static FlowReport report() {
        return new FlowReport("life-1", NOON, "van-site", "3.5.1", List.of(SERVICE), List.of(LINK), List.of(FLOW), 4);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Test
    void shouldReadWhatItWrites() {
        assertThat(FlowCodec.decode(FlowCodec.encode(report()))).isEqualTo(report());
    }

    /** Agents of this version stay in the field: what they sent once must mean the same for ever. */
    @Test
    void shouldReadAndWriteWhatWasOnceWritten() throws IOException {
        // Given
        if (Boolean.getBoolean("studio.rewrite") && Files.notExists(GOLDEN)) {
            Files.writeString(GOLDEN, HexFormat.of().formatHex(bytes(FlowCodec.encode(report()))) + "\n");
        }
        byte[] golden = HexFormat.of().parseHex(Files.readString(GOLDEN).strip());

        // Then
        assertThat(FlowCodec.decode(ByteBuffer.wrap(golden))).isEqualTo(report());
        assertThat(bytes(FlowCodec.encode(report()))).isEqualTo(golden);
    }

    @Test
    void shouldHaveRoomInAFrameForTheLargestReport() {
        FlowReport.Service service = new FlowReport.Service(
                LONG,
                LONG,
                true,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                1L << 40,
                1L << 40,
                Integer.MAX_VALUE,
                1L << 40,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
        FlowReport.RouterLink link = new FlowReport.RouterLink(LONG, true, 1L << 40, 1L << 40);
        FlowReport.Flow flow = new FlowReport.Flow(
                LONG,
                LONG,
                LONG,
                LONG,
                NOON,
                Optional.of(NOON),
                1L << 40,
                1L << 40,
                Optional.of(1L << 30),
                Optional.of(LONG));
        FlowReport largest = new FlowReport(
                LONG,
                NOON,
                LONG,
                LONG,
                Collections.nCopies(FlowReport.MAX_SERVICES, service),
                Collections.nCopies(FlowReport.MAX_LINKS, link),
                Collections.nCopies(FlowReport.MAX_FLOWS, flow),
                0);
        assertThat(FlowCodec.encode(largest).remaining()).isLessThan(Bounds.MAX_BYTES);
    }

    @Test
    void shouldSurviveWhateverComes() {
        byte[] bytes = bytes(FlowCodec.encode(report()));
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> FlowCodec.decode(cut));
        }
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            survive(flipped);
        }
    }

    private static void survive(byte[] bytes) {
        try {
            FlowCodec.decode(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    @Test
    void shouldRefuseAnotherVersionOfTheProtocol() {
        byte[] bytes = bytes(FlowCodec.encode(report()));
        bytes[0] = 2;
        assertThatThrownBy(() -> FlowCodec.decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(UnknownProtocolException.class)
                .hasMessage("protocol 2 is not spoken here, only 1");
    }

    @Test
    void shouldNameTheFieldThatIsTooLarge() {
        List<FlowReport.Service> many = Collections.nCopies(FlowReport.MAX_SERVICES + 1, SERVICE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlowReport("life", NOON, "r", "", many, List.of(), List.of(), 0))
                .withMessage("services may have at most 300 elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlowReport.RouterLink(LONG + "x", true, 0, 0))
                .withMessage("name must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlowReport.RouterLink("a", true, -1, 0))
                .withMessage("sent must not be negative");
    }
}
