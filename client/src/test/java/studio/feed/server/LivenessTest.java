package studio.feed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import studio.feed.server.Liveness.Transition;
import studio.feed.source.Subject;

class LivenessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject SITE = new Subject.Site("site/1");
    private static final Duration THREE_BEATS = Duration.ofSeconds(111);

    private final Liveness liveness = new Liveness();

    @Test
    void shouldTellOnceWhoIsThere() {
        // Given
        liveness.heard(SITE, NOW);

        // When
        var told = liveness.tick(NOW);

        // Then
        assertThat(told).containsExactly(new Transition(SITE, true));
        liveness.heard(SITE, NOW.plusSeconds(30));
        assertThat(liveness.tick(NOW.plusSeconds(31))).isEmpty();
    }

    @Test
    void shouldLoseWhoMissesThreeBeatsAndTakeTwoToHaveThemBack() {
        // Given
        liveness.heard(SITE, NOW);
        liveness.tick(NOW);

        // When
        Instant later = NOW.plus(THREE_BEATS);
        var lost = liveness.tick(later);
        liveness.heard(SITE, later.plusSeconds(10));
        var afterOne = liveness.tick(later.plusSeconds(11));
        liveness.heard(SITE, later.plusSeconds(40));
        var afterTwo = liveness.tick(later.plusSeconds(41));

        // Then
        assertThat(lost).containsExactly(new Transition(SITE, false));
        assertThat(afterOne).isEmpty();
        assertThat(afterTwo).containsExactly(new Transition(SITE, true));
    }

    @Test
    void shouldTellAtMostOnceASecondAllTogether() {
        // Given
        liveness.heard(SITE, NOW);
        liveness.tick(NOW);

        // When
        for (int i = 2; i < 100; i++) {
            liveness.heard(new Subject.Site("site/" + i), NOW);
        }

        // Then
        assertThat(liveness.tick(NOW.plusMillis(500))).isEmpty();
        assertThat(liveness.tick(NOW.plusSeconds(1))).hasSize(98);
    }

    @Test
    void shouldForgetWhoWasRemoved() {
        liveness.heard(SITE, NOW);
        liveness.tick(NOW);
        liveness.forget(SITE);
        assertThat(liveness.tick(NOW.plus(THREE_BEATS))).isEmpty();
    }
}
