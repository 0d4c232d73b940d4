package studio.standin.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ways through a network. */
class PathsTest {

    private final Map<String, RouterState> states = new HashMap<>();

    private void router(String id, Map<String, Long> neighbours) {
        states.put(id, new RouterState(id, 1, 1, neighbours, Set.of(), Set.of(), 0));
    }

    @Test
    void shouldTakeTheCheapestWay() {
        // Given
        router("a", Map.of("b", 1L, "c", 10L));
        router("b", Map.of("a", 1L, "c", 2L));
        router("c", Map.of("a", 10L, "b", 2L));
        // Then
        assertThat(Paths.from("a", states).to("c")).contains(new Paths.Hop("b", 3));
    }

    @Test
    void shouldTrustALinkOnlyWhenBothOfItsRoutersSeeIt() {
        // Given
        router("a", Map.of("b", 1L));
        router("b", Map.of());
        // Then
        assertThat(Paths.from("a", states).to("b")).isEmpty();
    }
}
