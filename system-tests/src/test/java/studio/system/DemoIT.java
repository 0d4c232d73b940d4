package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as a newcomer runs it: an installation, routers, agents and programs of its own. */
class DemoIT {

    private static final int PATIENCE_MINUTES = 15;

    private static final Path REPORT = Path.of("target/demo.txt");

    @TempDir
    private Path data;

    @Test
    void shouldShowAllFifteenSteps() throws IOException, InterruptedException {
        // Given
        Path project = StudioSystem.shared().project();
        ProcessBuilder demo = new ProcessBuilder("./studio", "demo", "--exit", "--data=" + data)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(REPORT.toFile());
        // What it would build is what the tests run, and a build within a build would take it away from them.
        demo.environment().put("STUDIO_BUILD", "never");

        // When
        Process process = demo.start();
        boolean isOver = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();

        // Then
        String report = Files.readString(REPORT);
        assertThat(isOver).as(report).isTrue();
        assertThat(process.exitValue()).as(report).isZero();
        assertThat(report).contains("All 16 steps, from 0 to 15, were seen to work", "none for customer-b");
    }
}
