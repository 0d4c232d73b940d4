package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One record of every type in every version, as bytes and as JSON, written once and never again: what is in a log today must mean the
 * same to every later program.
 *
 * <p>{@code -Dstudio.rewrite=true} adds the records that are missing. It never changes one that is there.
 */
class GoldenRecordsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** One version of one record's schema. */
    record Version(String name, int number) {

        Schema schema() {
            return Schemas.version(name, number);
        }

        boolean isLatest() {
            return number == Schemas.latestVersion(name);
        }

        Path file() {
            return GOLDEN.resolve(name).resolve(number + ".json");
        }

        Encoded golden() throws IOException {
            if (Boolean.getBoolean("studio.rewrite") && Files.notExists(file())) {
                write();
            }
            byte[] body = HexFormat.of()
                    .parseHex(JSON.readTree(file().toFile()).required("bytes").textValue());
            return new Encoded(name, number, body);
        }

        private void write() throws IOException {
            assertThat(isLatest())
                    .as("only the version that is written now can be sampled")
                    .isTrue();
            byte[] body = Sampled.encoded(name, Sampled.golden(name.hashCode())).body();
            JsonNode json = JSON.createObjectNode()
                    .put("bytes", HexFormat.of().formatHex(body))
                    .set("record", AvroJson.of(AvroBinary.decode(body, schema(), schema())));
            Files.createDirectories(file().getParent());
            Files.writeString(file(), JSON.writeValueAsString(json) + "\n");
        }
    }

    static Stream<Version> versions() {
        return Schemas.recordNames().stream()
                .flatMap(name -> IntStream.rangeClosed(1, Schemas.latestVersion(name))
                        .mapToObj(number -> new Version(name, number)));
    }

    static Stream<Version> latestVersions() {
        return versions().filter(Version::isLatest);
    }

    static Stream<Version> events() {
        return versions().filter(version -> version.name().startsWith(Schemas.EVENTS));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldReadWhatWasWritten(Version version) throws IOException {
        // Given
        byte[] golden = version.golden().body();

        // When
        GenericRecord record = AvroBinary.decode(golden, version.schema(), version.schema());

        // Then
        assertThat(JSON.readTree(AvroJson.of(record).toString()))
                .isEqualTo(JSON.readTree(version.file().toFile()).required("record"));
        assertThat(AvroBinary.encode(record)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldUnderstandWhatWasWritten(Version version) throws IOException {
        assertThat(Sampled.again(version.golden()).type()).isEqualTo(version.name());
    }

    @ParameterizedTest
    @MethodSource("latestVersions")
    void shouldWriteTheSameBytesAgain(Version version) throws IOException {
        Encoded golden = version.golden();
        assertThat(Sampled.again(golden).body()).isEqualTo(golden.body());
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldStillHaveTheHashThatItHad(Version version) throws IOException {
        byte[] golden = version.golden().body();
        assertThat(HashChain.hash(version.name(), version.number(), golden)).isEqualTo(HashChain.hashIn(golden));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldKeepEveryFileInUse(Version version) throws IOException {
        try (Stream<Path> files = Files.list(version.file().getParent())) {
            List<String> known = IntStream.rangeClosed(1, Schemas.latestVersion(version.name()))
                    .mapToObj(number -> number + ".json")
                    .toList();
            assertThat(files).extracting(file -> file.getFileName().toString()).hasSameElementsAs(known);
        }
    }
}
