package studio.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitRequestsTest {

    private static final long NOW = 10_000;
    private static final Duration SOON = Duration.ofMillis(5);

    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final CommitRequests commits =
            new CommitRequests(context, new CommitPacer(Duration.ofMillis(3), Duration.ofMillis(50)), SOON);

    @BeforeEach
    void setClock() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void shouldCommitAFreshCommandAtOnce() {
        // When
        commits.worked(NOW);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    @Test
    void shouldCommitCommandsTogetherThatHaveWaited() {
        // When
        commits.worked(NOW - 10);
        commits.worked(NOW - 9);

        // Then
        assertThat(context.committed()).isFalse();
        List<CapturedPunctuator> timers = context.scheduledPunctuators();
        assertThat(timers).hasSize(1);
        assertThat(timers.getFirst().getInterval()).isEqualTo(SOON);
    }

    @Test
    void shouldStopTheTimerWhenItHasGoneOff() {
        // Given
        commits.worked(NOW - 10);
        CapturedPunctuator timer = context.scheduledPunctuators().getFirst();

        // When
        timer.getPunctuator().punctuate(NOW);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(timer.cancelled()).isTrue();
    }

    @Test
    void shouldStopTheTimerWhenAFreshCommandIsCommitted() {
        // Given
        commits.worked(NOW - 10);

        // When
        commits.worked(NOW);

        // Then
        assertThat(context.scheduledPunctuators().getFirst().cancelled()).isTrue();
    }

    @Test
    void shouldLeaveABacklogToTheRegularCommit() {
        // When
        commits.worked(NOW - 51);

        // Then
        assertThat(context.committed()).isFalse();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }
}
