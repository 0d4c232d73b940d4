package studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.testkit.reference.CommandsPage;

class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/cli.md");

    private static final String HEAD = """
        <!-- Generated from the commands by CommandsPageTest; rewrite it with -Dstudio.rewrite=true. -->
        # The command line

        `./studio COMMAND`, from a source tree. Where somebody is signed in is kept in `~/.config/studio/contexts.json` (or below `XDG_CONFIG_HOME`, or the file that
        `STUDIO_CONTEXTS` names); a program sets `STUDIO_URL` and `STUDIO_TOKEN` instead of signing in. The program of a site has [a page of its own](agent.md).
        """;

    @Test
    void shouldDescribeEveryCommand() throws IOException {
        // When
        String expected = CommandsPage.of(HEAD, Studio.commandLine());

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).as("is stale; rewrite it with -Dstudio.rewrite=true").hasContent(expected);
    }
}
