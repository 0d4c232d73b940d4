package studio.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.feed.document.Safeguard;

/** Two networks for as many steps as wanted: wild times, calm times, and after each calm everybody must have everything. */
final class Simulation {

    private static final Duration WILD = Duration.ofMinutes(20);
    private static final Duration CALM = Duration.ofMinutes(12);
    private static final Duration STILL = Duration.ofMinutes(6);

    private final long seed;
    private final Set<Fault> faults;
    private final Set<Safeguard> safeguards;

    /** What went wrong, and how to see it again. */
    record Failure(long seed, long step, Set<Fault> faults, String message) {
        @Override
        public String toString() {
            return "after " + step + " steps: " + message + "\nwith the faults " + faults
                    + "\nagain with -Dtest=SimulationTest -Dstudio.seed=" + seed + " -Dstudio.steps=" + step;
        }
    }

    Simulation(long seed, Set<Fault> faults, Set<Safeguard> safeguards) {
        this.seed = seed;
        this.faults = faults;
        this.safeguards = safeguards;
    }

    Optional<Failure> run(long steps) {
        World world = new World(seed, faults, safeguards);
        List<Network> networks = List.of(new Network(world, "a"), new Network(world, "b"));
        Instant until = world.now();
        Phase phase = Phase.STILL;
        for (long step = 0; step < steps; step++) {
            try {
                if (!world.now().isBefore(until)) {
                    if (phase == Phase.STILL && step > 0) {
                        networks.forEach(Network::checkSettled);
                    }
                    phase = phase.next();
                    world.setWild(phase == Phase.WILD);
                    boolean still = phase == Phase.STILL;
                    networks.forEach(network -> network.settle(still));
                    until = world.now().plus(phase.length());
                }
                world.step();
            } catch (Truth.Violation violation) {
                return Optional.of(new Failure(seed, step, faults, String.valueOf(violation.getMessage())));
            }
        }
        return Optional.empty();
    }

    private enum Phase {
        WILD,
        CALM,
        STILL;

        Phase next() {
            return switch (this) {
                case WILD -> CALM;
                case CALM -> STILL;
                case STILL -> WILD;
            };
        }

        Duration length() {
            return switch (this) {
                case WILD -> Simulation.WILD;
                case CALM -> Simulation.CALM;
                case STILL -> Simulation.STILL;
            };
        }
    }

    /** A failure with as few kinds of faults as it takes. It may come later than the one that was first seen. */
    Failure shrunk(Failure failure) {
        Failure smallest = failure;
        for (Fault fault : failure.faults()) {
            Set<Fault> fewer = EnumSet.copyOf(smallest.faults());
            fewer.remove(fault);
            smallest = new Simulation(seed, fewer, safeguards)
                    .run(8 * failure.step() + 1)
                    .orElse(smallest);
        }
        return smallest;
    }
}
