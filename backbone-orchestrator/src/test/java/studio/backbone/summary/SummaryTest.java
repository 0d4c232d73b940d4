package studio.backbone.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void shouldCountLivesByWhatIsLeftOfThem() {
        // Given
        List<Instant> ends = List.of(
                NOW.minusSeconds(1),
                NOW.plus(Duration.ofHours(1)),
                NOW.plus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(7)),
                NOW.plus(Duration.ofDays(29)),
                NOW.plus(Duration.ofDays(3_650)));

        // When
        Map<String, Long> counts = Remaining.count(ends, NOW);

        // Then
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ended", 1L, "day", 2L, "week", 1L, "month", 1L, "later", 1L));
        assertThat(Remaining.count(List.of(), NOW)).containsEntry("day", 0L).hasSize(5);
    }

    @Test
    void shouldTellTogetherWhatIsPastTheLimit() {
        // Given
        List<Series.Count> counts = List.of(
                new Series.Count("a", "up", 1),
                new Series.Count("a", "down", 2),
                new Series.Count("c", "up", 4),
                new Series.Count("b", "up", 8),
                new Series.Count("d", "up", 16));

        // When
        List<Series.Count> bounded = Series.bounded(counts, 2);

        // Then
        assertThat(bounded)
                .containsExactlyInAnyOrder(
                        new Series.Count("a", "up", 1),
                        new Series.Count("a", "down", 2),
                        new Series.Count("b", "up", 8),
                        new Series.Count(Series.OTHERS, "up", 20));
        assertThat(Series.bounded(counts, 4)).containsExactlyInAnyOrderElementsOf(counts);
        assertThat(Series.byWord(counts)).isEqualTo(Map.of("up", 29L, "down", 2L));
    }
}
