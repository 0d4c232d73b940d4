package studio.agent.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.testkit.reference.CommandsPage;

class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/agent.md");

    private static final String HEAD = """
        <!-- Generated from the commands by CommandsPageTest; rewrite it with -Dstudio.rewrite=true. -->
        # The program of a site

        `./studio agent COMMAND`, or `./studio join` for the first of them, from a source tree; elsewhere `java -jar studio-agent.jar`.
        """;

    @Test
    void shouldDescribeEveryCommand() throws IOException {
        // When
        String expected = CommandsPage.of(HEAD, AgentProgram.commandLine());

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).as("is stale; rewrite it with -Dstudio.rewrite=true").hasContent(expected);
    }
}
