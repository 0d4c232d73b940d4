package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

    private static final List<Played<?, ?>> PLAYED = new ArrayList<>();

    /** What was played into streams of one type. */
    record Played<C extends Command, E extends Event>(Moves<C, E> moves, List<LiveStream<C, E>> streams) {

        static <C extends Command, E extends Event> Played<C, E> of(Moves<C, E> moves) {
            RandomGenerator random = Moves.random(SEED);
            return new Played<>(
                    moves,
                    Stream.generate(() -> random.ints(LENGTH).boxed().toList())
                            .limit(HISTORIES)
                            .map(numbers -> History.play(moves, numbers))
                            .toList());
        }

        void showTo(LifeCycle cycle) {
            streams.forEach(
                    stream -> cycle.observe(stream.history(), moves.type(), new EntityMap(stream.entities().stream())));
        }

        @Override
        public String toString() {
            return moves.type().label();
        }
    }

    @BeforeAll
    static void play() {
        Stream.of(new UserMoves(), new BackboneMoves(), new LibraryMoves(), new AuthorityMoves(), new NetworkMoves())
                .map(Played::of)
                .forEach(PLAYED::add);
    }

    static List<Played<?, ?>> played() {
        return PLAYED;
    }

    static Stream<Kind<?>> kinds() {
        return StreamType.ALL.stream()
                .<Kind<?>>flatMap(type -> type.kinds().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldBeAsThePagesSay(Kind<?> kind) throws IOException {
        LifeCycle cycle = new LifeCycle(kind);
        PLAYED.stream()
                .filter(played -> played.moves().type().kinds().contains(kind))
                .forEach(played -> played.showTo(cycle));
        assertThat(cycle.statesSeen()).containsExactlyInAnyOrderElementsOf(cycle.states());
        check(PAGES.resolve(kind.label() + ".md"), cycle.page());
    }

    @ParameterizedTest
    @MethodSource("played")
    void shouldSeeEveryEventHappen(Played<?, ?> played) {
        assertThat(played.streams().stream()
                        .flatMap(stream -> stream.history().stream())
                        .<Class<?>>map(recorded -> recorded.event().getClass())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        StreamType.records(played.moves().type().events()));
    }

    private static void check(Path file, String page) throws IOException {
        if (REWRITE) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }
        assertThat(file).as("rewrite it with -Dstudio.rewrite=true").hasContent(page);
    }
}
