package studio.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.schema.Topic;

class LogPositionTest {

    private static final LogPosition HERE = LogPosition.parse("12.0.7-3.1.0");

    @Test
    void shouldReadWhatItWrites() {
        assertThat(HERE).hasToString("12.0.7-3.1.0");
        assertThat(LogPosition.start(2, 1)).hasToString("0.0-0");
    }

    @Test
    void shouldKnowWhatComesBefore() {
        assertThat(HERE.isPast(new Place(Topic.EVENTS, 0, 11))).isTrue();
        assertThat(HERE.isPast(new Place(Topic.EVENTS, 0, 12))).isFalse();
        assertThat(HERE.isPast(new Place(Topic.OUTCOMES, 1, 0))).isTrue();
        assertThat(HERE.after(new Place(Topic.EVENTS, 1, 4))).hasToString("12.5.7-3.1.0");
    }

    @Test
    void shouldReachAnotherOnlyIfItDoesInEveryPartition() {
        assertThat(HERE.reaches(LogPosition.parse("12.0.6-3.1.0"))).isTrue();
        assertThat(HERE.reaches(LogPosition.parse("13.0.0-0.0.0"))).isFalse();
        assertThat(HERE.max(LogPosition.parse("13.0.0-0.0.9"))).hasToString("13.0.7-3.1.9");
        assertThat(HERE.isLike(LogPosition.parse("1.2-3.1.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2", "1.2-x", "1.2-3-4", "-", "1..2-3"})
    void shouldRefuseWhatIsNoPosition(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPosition.parse(text))
                .withMessage("must be a position such as 12.0.7-3.1.0");
    }
}
