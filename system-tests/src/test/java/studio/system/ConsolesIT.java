package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consoles in a real browser, against a real installation. The stories are in {@code consoles/browser-tests}. */
class ConsolesIT {

    private static final int PATIENCE_MINUTES = 5;

    private static final Path REPORT = Path.of("target/browser-tests.txt");

    @TempDir
    private Path directory;

    @Test
    void shouldTellItsStoriesInABrowser() throws IOException, InterruptedException {
        try (StudioSystem system = StudioSystem.start(directory)) {
            ProcessBuilder tests = new ProcessBuilder("./run.sh")
                    .directory(
                            system.project().resolve("consoles/browser-tests").toFile())
                    .redirectErrorStream(true)
                    // Input and output of this process belong to the test runner.
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(REPORT.toFile());
            tests.environment().put("STUDIO_URL", system.url());
            tests.environment().put("STUDIO_PASSWORD", system.administratorPassword());
            tests.environment()
                    .put(
                            "STUDIO_SCREENSHOTS",
                            Path.of("target/screenshots").toAbsolutePath().toString());

            Process process = tests.start();

            boolean isOver = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroy();
            assertThat(isOver).as(Files.readString(REPORT)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(REPORT)).isZero();
        }
    }
}
