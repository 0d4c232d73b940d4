package studio.projection.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.kernel.StreamKey;
import studio.projection.testing.Settings;

class PositionsTest {

    private static final StreamKey ACME = StreamKey.parse("backbone/acme");

    private final Positions positions =
            new Positions(Settings.with(Map.of("studio.projection.reads.position-limit", "2")));

    private CompletableFuture<Void> reached(long revision) {
        return positions.reached(new StreamPosition(ACME, revision)).subscribeAsCompletionStage();
    }

    @Test
    void shouldWaitUntilTheStreamIsFarEnough() {
        // Given
        CompletableFuture<Void> third = reached(3);
        CompletableFuture<Void> fifth = reached(5);

        // When
        positions.advance(Map.of(ACME, 4L));

        // Then
        assertThat(third).isCompleted();
        assertThat(fifth).isNotDone();
        assertThat(reached(4)).isCompleted();
        assertThat(positions.waiting()).isEqualTo(1);
    }

    @Test
    void shouldForgetWhoeverNoLongerWaits() {
        CompletableFuture<Void> waiting = reached(3);

        assertThat(waiting.cancel(false)).isTrue();

        assertThat(positions.waiting()).isZero();
    }

    @Test
    void shouldKeepTheNewestStreamsAlone() {
        for (String stream : new String[] {"backbone/acme", "backbone/globex", "backbone/initech"}) {
            positions.advance(Map.of(StreamKey.parse(stream), 1L));
        }

        assertThat(positions.hasReached(new StreamPosition(ACME, 1))).isFalse();
        assertThat(positions.hasReached(new StreamPosition(StreamKey.parse("backbone/initech"), 1)))
                .isTrue();
    }

    @Test
    void shouldReadListsOfPositions() {
        assertThat(StreamPosition.parseList("backbone/acme@17, user/alice@3"))
                .containsExactly(new StreamPosition(ACME, 17), new StreamPosition(StreamKey.parse("user/alice"), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "backbone/acme", "acme@1", "backbone/acme@x", "backbone/acme@1,"})
    void shouldRefuseWhatIsNoPosition(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StreamPosition.parseList(text))
                .withMessage("must be like backbone/acme@17, with commas between several");
    }
}
