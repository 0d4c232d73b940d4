package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashChainTest {

    private static final String READY = "studio.events.BackboneReady";

    static Stream<String> events() {
        return Schemas.recordNames().stream().filter(name -> name.startsWith(Schemas.EVENTS));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldNoticeEveryFlippedBit(String name) {
        // Given
        StoredEvent event = Sampled.event(name, Sampled.samples(name.hashCode()));
        byte[] body = event.body();

        for (int bit = 0; bit < body.length * Byte.SIZE; bit++) {
            // When
            body[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            // Then
            assertThat(HashChain.hash(name, event.version(), body))
                    .as("after flipping bit %s", bit)
                    .isNotEqualTo(HashChain.hashIn(body));
            body[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @Test
    void shouldNoticeAnotherTypeOrVersion() {
        // Given
        byte[] body = Sampled.event(READY, Sampled.samples(1)).body();

        // Then
        assertThat(HashChain.hash(READY, 1, body)).isEqualTo(HashChain.hashIn(body));
        assertThat(HashChain.hash(READY, 2, body)).isNotEqualTo(HashChain.hashIn(body));
        assertThat(HashChain.hash("studio.events.BackboneDeleted", 1, body)).isNotEqualTo(HashChain.hashIn(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 63})
    void shouldRejectWhatIsTooShortToHoldItsHashes(int size) {
        // Given
        byte[] body = new byte[size];

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> HashChain.hash(READY, 1, body));
        assertThatIllegalArgumentException().isThrownBy(() -> HashChain.hashIn(body));
        assertThatIllegalArgumentException().isThrownBy(() -> HashChain.previousHashIn(body));
    }
}
