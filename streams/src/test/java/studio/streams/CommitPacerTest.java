package studio.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.streams.CommitPacer.Pace;

class CommitPacerTest {

    private final CommitPacer pacer = new CommitPacer(Duration.ofMillis(3), Duration.ofMillis(50));

    @ParameterizedTest
    @CsvSource({
        "1000, AT_ONCE",
        "1003, AT_ONCE",
        "1004, SOON",
        "1050, SOON",
        "1051, WITH_THE_BACKLOG",
        "9999, WITH_THE_BACKLOG",
        "999, SOON"
    })
    void shouldCommitSoonerWhatHasWaitedLess(long decidedMs, Pace pace) {
        assertThat(pacer.pace(1_000, decidedMs)).isEqualTo(pace);
    }
}
