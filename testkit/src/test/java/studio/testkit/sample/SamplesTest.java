package studio.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneEvent.BackboneCreated;

class SamplesTest {

    /** Has everything that a record can have. */
    record Everything(Optional<Set<Short>> none, String text) {}

    static Stream<Class<?>> records() {
        return StreamType.ALL.stream()
                .flatMap(type -> Stream.of(type.commands(), type.events()))
                .flatMap(family -> StreamType.records(family).stream());
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldMakeTheSameValueFromTheSameSeed(Class<?> type) {
        assertThat(Samples.of(7).next(type)).isEqualTo(Samples.of(7).next(type));
    }

    @Test
    void shouldMakeOtherValuesFromOtherSeeds() {
        assertThat(IntStream.range(0, 50).mapToObj(seed -> Samples.of(seed).next(BackboneCreated.class)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldSayWhichTypeItCannotMake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.complete(1).next(Everything.class))
                .withMessageContaining("Short");
    }
}
