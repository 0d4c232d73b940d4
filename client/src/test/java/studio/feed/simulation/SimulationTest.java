package studio.feed.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.feed.document.Safeguard;

/**
 * Whatever happens to frames, connections, disks and programs: nobody ever has anything but what they once should have had, nobody goes
 * back, and when it is quiet everybody has everything.
 *
 * <p>{@code -Dstudio.steps=5000000} runs for longer, {@code -Dstudio.seed=7} runs the one seed.
 */
class SimulationTest {

    private static final long STEPS = Long.getLong("studio.steps", 80_000);
    private static final long MUTANT_STEPS = 100_000;
    private static final String NEVER = "never should have had";

    static LongStream seeds() {
        Long seed = Long.getLong("studio.seed");
        return seed == null ? LongStream.rangeClosed(1, 3) : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepItsPromises(long seed) {
        // When
        Simulation simulation = new Simulation(seed, Fault.all(), Safeguard.all());
        Optional<Simulation.Failure> failure = simulation.run(STEPS);

        // Then
        assertThat(failure.map(simulation::shrunk)).isEmpty();
    }

    /** What is left out, which faults it takes, and what is seen then. Where two safeguards guard the same thing, both are left out. */
    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant("takes items without looking", NEVER, Fault.all(), Safeguard.ITEM_DIGEST),
                mutant("does not compare the root", NEVER, Fault.all(), Safeguard.ROOT),
                mutant("lets something older win", "went back", Fault.all(), Safeguard.FENCING),
                mutant("trusts an empty snapshot", "went back", Fault.all(), Safeguard.EXPLICIT_LEAVE),
                mutant("acknowledges before it is kept", "not on its disk", Fault.all(), Safeguard.KEPT_BEFORE_ACK),
                mutant("sends without waiting", "in flight", Fault.all(), Safeguard.ONE_IN_FLIGHT),
                mutant("counts any acknowledgement", "in flight", Fault.all(), Safeguard.ACK_OF_DELIVERY),
                mutant("keeps two sessions", "two sessions", Fault.all(), Safeguard.NEWEST_SESSION),
                mutant(
                        "lets a delete overtake what it deletes",
                        NEVER,
                        Fault.ofTheNetwork(),
                        Safeguard.ONE_IN_FLIGHT,
                        Safeguard.FROM,
                        Safeguard.ROOT),
                mutant(
                        "puts parts together as they come",
                        NEVER,
                        Fault.ofTheNetwork(),
                        Safeguard.PARTS_IN_ORDER,
                        Safeguard.ROOT));
    }

    private static Arguments mutant(String does, String seen, Set<Fault> faults, Safeguard... without) {
        return Arguments.of(does, seen, faults, EnumSet.complementOf(EnumSet.copyOf(List.of(without))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void shouldCatchWhoever(String does, String seen, Set<Fault> faults, Set<Safeguard> safeguards) {
        // When
        Optional<Simulation.Failure> failure = LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> new Simulation(seed, faults, safeguards).run(MUTANT_STEPS))
                .flatMap(Optional::stream)
                .filter(found -> found.message().contains(seen))
                .findFirst();

        // Then
        assertThat(failure).isPresent();
    }

    /** Without it the two mutants above that lack it would prove nothing. */
    @Test
    void shouldNotNeedTheRootWhereNobodyLies() {
        Set<Safeguard> rest = EnumSet.complementOf(EnumSet.of(Safeguard.ROOT));
        assertThat(new Simulation(1, Fault.ofTheNetwork(), rest).run(STEPS)).isEmpty();
    }

    @Test
    void shouldFailAgainInTheSameWay() {
        // Given
        Simulation mutant = new Simulation(1, Fault.all(), EnumSet.complementOf(EnumSet.of(Safeguard.ITEM_DIGEST)));

        // When
        Optional<Simulation.Failure> failure = mutant.run(MUTANT_STEPS);

        // Then
        assertThat(failure).isPresent().isEqualTo(mutant.run(MUTANT_STEPS));
        assertThat(mutant.shrunk(failure.get()).faults())
                .contains(Fault.CORRUPT)
                .hasSizeLessThan(Fault.values().length / 2);
    }
}
