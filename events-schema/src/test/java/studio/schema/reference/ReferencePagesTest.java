package studio.schema.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the pages in docs/reference as the schemas are; {@code -Dstudio.rewrite=true} writes them. */
class ReferencePagesTest {

    private static final Path REFERENCE = Path.of("../docs/reference");

    @Test
    void shouldDescribeEveryEventAndCommand() throws IOException {
        compare("events.md", EventsPage.text());
    }

    @Test
    void shouldDescribeEveryTopic() throws IOException {
        compare("topics.md", TopicsPage.text());
    }

    @Test
    void shouldDescribeTheTopicsForTools() throws IOException {
        compare("asyncapi.yaml", AsyncApi.text());
    }

    private static void compare(String page, String text) throws IOException {
        Path file = REFERENCE.resolve(page);
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.createDirectories(REFERENCE);
            Files.writeString(file, text);
        }
        assertThat(file).as("run this test with -Dstudio.rewrite=true").hasContent(text);
    }
}
