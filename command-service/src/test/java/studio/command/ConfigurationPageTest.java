package studio.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.testkit.reference.ConfigurationPage;

/** Keeps docs/reference/configuration.md as the services' interfaces are; {@code -Dstudio.rewrite=true} writes it. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/reference/configuration.md");
    private static final List<Path> MODULES = List.of(
            Path.of("../identity"),
            Path.of("../command-service"),
            Path.of("../projection-service"),
            Path.of("../cert-orchestrator"),
            Path.of("../appnet-home"));

    @Test
    void shouldDescribeEverySetting() throws IOException {
        // When
        String page = ConfigurationPage.of(MODULES);

        // Then
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("run this test with -Dstudio.rewrite=true").hasContent(page);
    }
}
