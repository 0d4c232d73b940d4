package studio.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ThreadFailures failures = new ThreadFailures(2, Duration.ofMinutes(10));

    @Test
    void shouldBearAsManyAsTheLimit() {
        assertThat(failures.isTooMany(START)).isFalse();
        assertThat(failures.isTooMany(START.plusSeconds(1))).isFalse();
        assertThat(failures.isTooMany(START.plusSeconds(2))).isTrue();
    }

    @Test
    void shouldForgetWhatIsLongAgo() {
        // Given
        failures.isTooMany(START);
        failures.isTooMany(START.plusSeconds(1));

        // When
        boolean tooMany = failures.isTooMany(START.plus(Duration.ofMinutes(10)).plusMillis(1));

        // Then
        assertThat(tooMany).isFalse();
    }
}
