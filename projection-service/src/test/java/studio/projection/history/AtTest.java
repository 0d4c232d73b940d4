package studio.projection.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtTest {

    @Test
    void shouldReadRevisions() {
        assertThat(At.parse("17")).isEqualTo(new At.Revision(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01T10:00:00Z",
                "2026-05-01t10:00:00z",
                "2026-05-01T10:00:00.000Z",
                "2026-05-01T12:00:00+02:00",
                "2026-05-01T12:00:00 02:00"
            })
    void shouldReadTimes(String text) {
        assertThat(At.parse(text)).isEqualTo(new At.Time(Instant.parse("2026-05-01T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "1.5", "99999999999999999999", "yesterday", "2026-05-01", "2026-05-01T10:00:00"})
    void shouldRefuseWhatIsNeither(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> At.parse(text))
                .withMessageContaining("must be a revision");
    }
}
