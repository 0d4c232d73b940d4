package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void shouldBeginOnlyWhenTheProcessIsOnRecord() throws IOException {
        // Given
        Path recorded = directory.resolve("recorded");
        Launch launch = bash("test -e \"$FILE\" && echo \"ran as $$\"", recorded);

        // When
        ProcessHandle process = launch.start(log(), handle -> touch(recorded));

        // Then
        assertThat(Await.until(() -> !ProcessRecord.isAlive(process), PATIENCE)).isTrue();
        assertThat(log()).hasContent("ran as " + process.pid());
    }

    @Test
    void shouldDoNothingWhenTheProcessCannotBeRecorded() {
        // Given
        Path ran = directory.resolve("ran");
        Launch launch = bash("touch \"$FILE\"", ran);
        ProcessHandle[] process = new ProcessHandle[1];

        // When
        assertThatThrownBy(() -> launch.start(log(), handle -> {
                    process[0] = handle;
                    throw new NodeException("no space left");
                }))
                .hasMessage("no space left");

        // Then
        assertThat(Await.until(() -> !ProcessRecord.isAlive(process[0]), PATIENCE))
                .isTrue();
        assertThat(ran).doesNotExist();
    }

    @Test
    void shouldBeAloneInItsSession() throws IOException {
        // Given
        Launch launch = bash("ps -o sess= -p $$ | tr -d ' '", directory);

        // When
        ProcessHandle process = launch.start(log(), handle -> {});

        // Then
        assertThat(Await.until(() -> !ProcessRecord.isAlive(process), PATIENCE)).isTrue();
        assertThat(log()).hasContent(Long.toString(process.pid()));
    }

    @Test
    void shouldKeepTheLogsOfEarlierStarts() throws IOException {
        // Given
        for (int start = 1; start <= 5; start++) {
            // When
            ProcessHandle process = bash("echo start " + start, directory).start(log(), handle -> {});
            assertThat(Await.until(() -> !ProcessRecord.isAlive(process), PATIENCE))
                    .isTrue();
        }

        // Then
        assertThat(log()).hasContent("start 5");
        assertThat(directory.resolve("logs/test.log.1")).hasContent("start 4");
        assertThat(directory.resolve("logs/test.log.3")).hasContent("start 2");
        assertThat(directory.resolve("logs/test.log.4")).doesNotExist();
    }

    @Test
    void shouldDifferWhenAnythingDiffersThatIsStarted() throws IOException {
        // Given
        Path program = Files.writeString(directory.resolve("program"), "old");
        Launch launch = new Launch(List.of("a", "b"), Map.of("KEY", "value"), List.of(program));
        String fingerprint = launch.fingerprint();

        // When
        Files.writeString(program, "new");

        // Then
        assertThat(launch.fingerprint()).isNotEqualTo(fingerprint);
        assertThat(new Launch(List.of("ab"), Map.of(), List.of()).fingerprint())
                .isNotEqualTo(new Launch(List.of("a", "b"), Map.of(), List.of()).fingerprint());
        assertThat(new Launch(List.of("a"), Map.of("KEY", "other"), List.of()).fingerprint())
                .isNotEqualTo(new Launch(List.of("a"), Map.of("KEY", "value"), List.of()).fingerprint());
    }

    private Path log() {
        return directory.resolve("logs/test.log");
    }

    private static Launch bash(String script, Path file) {
        return new Launch(List.of("bash", "-c", script), Map.of("FILE", file.toString()), List.of());
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
