package studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/cli.md");

    @Test
    void shouldDescribeEveryCommand() throws IOException {
        // When
        String expected = CommandsPage.of(Studio.commandLine());

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).as("is stale; rewrite it with -Dstudio.rewrite=true").hasContent(expected);
    }
}
