package studio.schema.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;

class FrameCodecTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/studio.feed/1.json");
    private static final Path SCHEMA = Path.of("src/main/resources/schemas/studio.feed/1.avsc");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String SNAPSHOT = "Snapshot";

    static Stream<Frame> frames() {
        return Frames.all().stream();
    }

    private static Frame decode(byte[] bytes, Frame like) {
        return like instanceof Frame.Up ? FrameCodec.decodeUp(bytes) : FrameCodec.decodeDown(bytes);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldReadWhatItWrites(Frame frame) {
        assertThat(decode(FrameCodec.encode(frame), frame)).isEqualTo(frame);
    }

    /** Agents of this version stay in the field: what they were sent once must mean the same for ever. */
    @Test
    void shouldReadAndWriteWhatWasOnceWritten() throws IOException {
        // Given
        if (Boolean.getBoolean("studio.rewrite") && Files.notExists(GOLDEN)) {
            write();
        }
        JsonNode golden = JSON.readTree(GOLDEN.toFile());

        // Then
        assertThat(golden.size()).isEqualTo(Frames.all().size());
        assertThat(Frames.all()).allSatisfy(frame -> {
            String name = frame.getClass().getSimpleName();
            byte[] bytes = HexFormat.of().parseHex(golden.required(name).textValue());
            assertThat(decode(bytes, frame)).isEqualTo(frame);
            // Another JDK may compress differently.
            if (!name.equals(SNAPSHOT)) {
                assertThat(FrameCodec.encode(frame)).isEqualTo(bytes);
            }
        });
    }

    private static void write() throws IOException {
        TreeMap<String, String> golden = new TreeMap<>();
        Frames.all()
                .forEach(frame -> golden.put(
                        frame.getClass().getSimpleName(), HexFormat.of().formatHex(FrameCodec.encode(frame))));
        Files.createDirectories(GOLDEN.getParent());
        Files.writeString(GOLDEN, JSON.writeValueAsString(golden) + "\n");
    }

    @Test
    void shouldHaveASampleOfEveryFrame() {
        long types = Stream.of(Frame.Up.class, Frame.Down.class)
                .mapToLong(direction -> direction.getPermittedSubclasses().length)
                .sum();
        assertThat(Frames.all().stream().map(Object::getClass).distinct()).hasSize((int) types);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldRefuseAnotherVersionOfTheProtocol(Frame frame) {
        // Given
        byte[] bytes = FrameCodec.encode(frame);

        // When
        bytes[0] = 2;

        // Then
        assertThatThrownBy(() -> decode(bytes, frame))
                .isInstanceOf(UnknownProtocolException.class)
                .hasMessage("protocol 2 is not spoken here, only 1");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldRefuseWhatGoesTheOtherWay(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        assertThatIllegalArgumentException().isThrownBy(() -> {
            if (frame instanceof Frame.Up) {
                FrameCodec.decodeDown(bytes);
            } else {
                FrameCodec.decodeUp(bytes);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("frames")
    void shouldSurviveWhateverComes(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> decode(cut, frame));
        }
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            survive(flipped, frame);
        }
    }

    private static void survive(byte[] bytes, Frame frame) {
        try {
            decode(bytes, frame);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    @Test
    void shouldRefuseItemsThatExpandToTooMuch() {
        byte[] bomb = Deflate.compress(new byte[64 << 20]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deflate.expand(bomb))
                .withMessageContaining("items have more than");
    }

    @Test
    void shouldNameTheFieldThatIsTooLarge() {
        ByteBuffer large = ByteBuffer.allocate((1 << 18) + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedItem("network", "k", "PROCESS", "i1:a", large, List.of(), ""))
                .withMessage("spec may have at most 262144 bytes");
    }

    @Test
    void shouldSayWhatEveryFieldIs() throws IOException {
        Schema all = new Schema.Parser().parse(SCHEMA.toFile());
        assertThat(all.getTypes()).allSatisfy(FrameCodecTest::check);
    }

    private static void check(Schema schema) {
        if (schema.getType() == Schema.Type.RECORD) {
            assertThat(schema.getDoc()).as(schema.getFullName()).endsWith(".");
            assertThat(schema.getFields()).allSatisfy(field -> {
                assertThat(field.doc())
                        .as(schema.getFullName() + "." + field.name())
                        .isNotBlank()
                        .endsWith(".");
                check(
                        field.schema().getType() == Schema.Type.ARRAY
                                ? field.schema().getElementType()
                                : field.schema());
            });
        }
    }
}
