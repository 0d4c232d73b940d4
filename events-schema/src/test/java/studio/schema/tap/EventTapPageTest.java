package studio.schema.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page shows the consumer that is tested. {@code -Dstudio.rewrite=true} puts it there. */
class EventTapPageTest {

    private static final Path PAGE = Path.of("../docs/event-tap.md");
    private static final Path SAMPLE = Path.of("src/test/java/studio/schema/tap/EventTap.java");
    private static final String BEGIN = "```java\n";
    private static final String END = "```\n";

    @Test
    void shouldShowTheConsumerThatIsTested() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String expected =
                page.substring(0, begin) + Files.readString(SAMPLE) + page.substring(page.indexOf(END, begin));
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).as("run this test with -Dstudio.rewrite=true").hasContent(expected);
    }

    @Test
    void shouldUsePublicPartsAlone() throws IOException {
        assertThat(Files.readAllLines(SAMPLE)).noneMatch(line -> line.startsWith("import studio."));
    }
}
