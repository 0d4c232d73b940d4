package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The consoles in a real browser, against a real installation. The stories are in {@code consoles/browser-tests}. */
class ConsolesIT {

    private static final int PATIENCE_MINUTES = 25;

    private static final Path REPORT = Path.of("target/browser-tests.txt");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Path SITES = Path.of("target/data");

    @Test
    void shouldTellItsStoriesInABrowser() throws IOException, InterruptedException {
        StudioSystem system = StudioSystem.shared();
        ProcessBuilder tests = new ProcessBuilder("./run.sh")
                .directory(system.project().resolve("consoles/browser-tests").toFile())
                .redirectErrorStream(true)
                // Input and output of this process belong to the test runner.
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(REPORT.toFile());
        tests.environment().put("STUDIO_URL", system.url());
        tests.environment().put("STUDIO_PASSWORD", system.administratorPassword());
        tests.environment().put("STUDIO_SCREENSHOTS", PICTURES.toAbsolutePath().toString());
        tests.environment()
                .put(
                        "STUDIO_SITES",
                        Files.createDirectories(SITES).toAbsolutePath().toString());

        Process process = tests.start();

        boolean isOver = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        String report = Files.readString(REPORT);
        assertThat(isOver).as(report).isTrue();
        assertThat(process.exitValue()).as(report).isZero();
    }
}
