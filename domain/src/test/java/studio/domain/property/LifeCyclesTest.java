package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.StreamType;
import studio.domain.kernel.Command;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Event;
import studio.domain.kernel.Kind;
import studio.domain.spec.LiveStream;

/** Keeps docs/reference/states as the code is, and shows that random histories reach every state and every event. */
class LifeCyclesTest {

    private static final Path PAGES = Path.of("..", "docs", "reference", "states");
    private static final boolean REWRITE = Boolean.getBoolean("studio.rewrite");

    /** Fixed, so that every build sees the same histories. */
    private static final long SEED = 20_260_301L;

    private static final int HISTORIES = 500;
    private static final int LENGTH = 250;

    static Stream<Moves<?, ?>> moves() {
        return Stream.of(new UserMoves(), new BackboneMoves(), new LibraryMoves());
    }

    @ParameterizedTest
    @MethodSource("moves")
    <C extends Command, E extends Event> void shouldBeAsThePagesSay(Moves<C, E> moves) throws IOException {
        List<LiveStream<C, E>> streams = histories(moves);
        for (Kind<?> kind : moves.type().kinds()) {
            LifeCycle cycle = new LifeCycle(kind);
            streams.forEach(
                    stream -> cycle.observe(stream.history(), moves.type(), new EntityMap(stream.entities().stream())));
            assertThat(cycle.statesSeen()).containsExactlyInAnyOrderElementsOf(cycle.states());
            check(PAGES.resolve(kind.label() + ".md"), cycle.page());
        }
        assertThat(streams.stream()
                        .flatMap(stream -> stream.history().stream())
                        .<Class<?>>map(recorded -> recorded.event().getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        StreamType.records(moves.type().events()));
    }

    private static <C extends Command, E extends Event> List<LiveStream<C, E>> histories(Moves<C, E> moves) {
        RandomGenerator random = Moves.random(SEED);
        return Stream.generate(() -> random.ints(LENGTH).boxed().toList())
                .limit(HISTORIES)
                .map(numbers -> History.play(moves, numbers))
                .toList();
    }

    private static void check(Path file, String page) throws IOException {
        if (REWRITE) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }
        assertThat(file).as("rewrite it with -Dstudio.rewrite=true").hasContent(page);
    }
}
