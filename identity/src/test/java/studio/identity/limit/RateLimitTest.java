package studio.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final RateLimit limit = new RateLimit(3, Duration.ofHours(3), 10);

    @Test
    void shouldLetAsManyThroughAsFitInTheBucket() {
        assertThat(limit.take("alice")).isEmpty();
        assertThat(limit.take("alice")).isEmpty();
        assertThat(limit.take("alice")).isEmpty();
    }

    @Test
    void shouldSayWhenToTryAgain() {
        // Given
        for (int i = 0; i < 3; i++) {
            limit.take("alice");
        }

        // When
        Duration wait = limit.take("alice").orElseThrow();

        // Then
        assertThat(wait).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void shouldCountEachKeyByItself() {
        // Given
        for (int i = 0; i < 4; i++) {
            limit.take("alice");
        }

        // Then
        assertThat(limit.take("bob")).isEmpty();
    }
}
