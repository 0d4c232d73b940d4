package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/**
 * Keeps the released versions under {@code src/main/resources/schemas} in step with what is written under {@code src/main/avro}.
 *
 * <p>{@code -Dstudio.rewrite=true} records a changed schema as its next version.
 */
class SchemaFilesTest {

    private static final Path AUTHORED = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/main/resources/schemas");
    private static final Set<String> OTHERS =
            Set.of(Schemas.OUTCOME, Schemas.ITEM, Schemas.ITEM_SPEC, Schemas.AUDIENCE_HEAD, Schemas.SITE_STATUS);

    @Test
    void shouldHaveTheAuthoredSchemaAsTheLatestVersionOfEveryRecord() throws IOException {
        // Given
        Map<String, Schema> authored = authored();
        if (Boolean.getBoolean("studio.rewrite")) {
            record(authored);
        }

        // When
        List<String> stale = Schemas.recordNames().stream()
                .filter(name -> !latestOnDisk(name).equals(text(authored, name)))
                .toList();

        // Then
        assertThat(stale)
                .as("changed records without a version of their own; run this test with -Dstudio.rewrite=true")
                .isEmpty();
    }

    @Test
    void shouldWriteNoRecordThatIsNoneOfTheDomain() throws IOException {
        assertThat(authored().keySet().stream().filter(SchemaFilesTest::goesOnTopics))
                .containsExactlyInAnyOrderElementsOf(Schemas.recordNames());
    }

    private static boolean goesOnTopics(String name) {
        return name.startsWith(Schemas.EVENTS) || name.startsWith(Schemas.COMMANDS) || OTHERS.contains(name);
    }

    private static Map<String, Schema> authored() throws IOException {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.walk(AUTHORED)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
                parser.parse(file);
            }
        }
        Map<String, Schema> schemas = new TreeMap<>();
        parser.getParsedNamedSchemas().forEach(schema -> schemas.put(schema.getFullName(), schema));
        return schemas;
    }

    private static String text(Map<String, Schema> authored, String name) {
        Schema schema = Objects.requireNonNull(authored.get(name), name);
        return SchemaFormatter.format("json/pretty", schema) + "\n";
    }

    private static void record(Map<String, Schema> authored) throws IOException {
        for (String name : Schemas.recordNames()) {
            String schema = text(authored, name);
            if (!latestOnDisk(name).equals(schema)) {
                Files.createDirectories(RELEASED.resolve(name));
                Files.writeString(RELEASED.resolve(name).resolve(versionsOnDisk(name) + 1 + ".avsc"), schema);
            }
        }
    }

    private static String latestOnDisk(String name) {
        try {
            int versions = versionsOnDisk(name);
            return versions == 0 ? "" : Files.readString(RELEASED.resolve(name).resolve(versions + ".avsc"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int versionsOnDisk(String name) {
        int versions = 0;
        while (Files.exists(RELEASED.resolve(name).resolve(versions + 1 + ".avsc"))) {
            versions++;
        }
        return versions;
    }
}
