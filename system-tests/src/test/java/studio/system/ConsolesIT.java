package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consoles in a real browser, against a real installation. The stories are in {@code consoles/browser-tests}. */
class ConsolesIT {

    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private Path directory;

    @Test
    void shouldTellItsStoriesInABrowser() throws IOException, InterruptedException {
        try (StudioSystem system = StudioSystem.start(directory)) {
            ProcessBuilder tests = new ProcessBuilder("./run.sh")
                    .directory(
                            system.project().resolve("consoles/browser-tests").toFile())
                    .inheritIO();
            tests.environment().put("STUDIO_URL", system.url());
            tests.environment().put("STUDIO_PASSWORD", system.administratorPassword());
            tests.environment()
                    .put(
                            "STUDIO_SCREENSHOTS",
                            Path.of("target/screenshots").toAbsolutePath().toString());

            Process process = tests.start();

            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as("the browser tests' exit code").isZero();
        }
    }
}
