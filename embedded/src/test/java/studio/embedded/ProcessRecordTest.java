package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Launch LAUNCH = new Launch(List.of("true"), Map.of(), List.of());

    private final ProcessHandle self = ProcessHandle.current();

    @Test
    void shouldFindAProcessAgainThatIsOnRecord(@TempDir Path directory) {
        // Given
        ProcessRecord record = ProcessRecord.of(self, LAUNCH, Map.of("kafka", 19_092));
        Path file = directory.resolve("kafka.process");

        // When
        record.save(file);

        // Then
        assertThat(ProcessRecord.load(file)).contains(record);
        assertThat(record.process()).contains(self);
    }

    @Test
    void shouldNotMistakeAProcessThatGotThePidLater() {
        // Given
        ProcessRecord now = ProcessRecord.of(self, LAUNCH, Map.of());

        // When
        ProcessRecord earlier = new ProcessRecord(now.pid(), now.started().minusSeconds(60), "unknown", Map.of());

        // Then
        assertThat(earlier.process()).isEmpty();
    }

    @Test
    void shouldNotCountAProcessThatEndedAndWasNotCollected() throws IOException {
        // Given a parent that never asks what became of its child
        Process parent = new ProcessBuilder("bash", "-c", "sleep 0.5 & exec sleep 60").start();

        try {
            // When
            boolean uncollected = Await.until(
                    () -> parent.children().anyMatch(child -> child.isAlive() && !ProcessRecord.isAlive(child)),
                    PATIENCE);

            // Then
            assertThat(uncollected).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void shouldTellWhetherAProcessIsWhatWouldBeStartedNow() {
        // Given
        Map<String, Integer> ports = Map.of("kafka", 19_092);
        Launch other = new Launch(List.of("false"), Map.of(), List.of());

        // When
        ProcessRecord record = ProcessRecord.of(self, LAUNCH, ports);
        ProcessRecord found = ProcessRecord.found(self, ports);

        // Then
        assertThat(record.isStartedAs(LAUNCH, ports)).isTrue();
        assertThat(record.isStartedAs(other, ports)).isFalse();
        assertThat(record.isStartedAs(LAUNCH, Map.of("kafka", 1))).isFalse();
        assertThat(found.isStartedAs(other, ports)).isTrue();
    }
}
