package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitPacerTest {

    private final CommitPacer pacer = new CommitPacer(Duration.ofMillis(3));

    @ParameterizedTest
    @CsvSource({"1000, true", "1003, true", "1004, false", "1500, false", "999, false"})
    void shouldCommitAtOnceOnlyWhatHasNotWaited(long decidedMs, boolean atOnce) {
        assertThat(pacer.mayCommitNow(1_000, decidedMs)).isEqualTo(atOnce);
    }
}
