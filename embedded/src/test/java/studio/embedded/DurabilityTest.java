package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @Test
    void shouldStayAsItWasAskedFor(@TempDir Path directory) {
        // Given
        Path file = directory.resolve("durability");
        Durability first = Durability.remembered(file, Optional.empty());

        // When
        Durability.remembered(file, Optional.of(Durability.EVERYTHING));

        // Then
        assertThat(first).isEqualTo(Durability.ALL_BUT_SECONDS);
        assertThat(Durability.remembered(file, Optional.empty())).isEqualTo(Durability.EVERYTHING);
    }
}
