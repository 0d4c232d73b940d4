package studio.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import studio.feed.document.Safeguard;

/** Time, chance and what is to happen next. One thread, no clock: the same seed gives the same world. */
final class World {

    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");

    final Random random;
    final Set<Fault> faults;
    final Set<Safeguard> safeguards;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long millis;
    private long count;
    private boolean wild;

    private record Event(long at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    World(long seed, Set<Fault> faults, Set<Safeguard> safeguards) {
        this.random = new Random(seed);
        this.faults = faults;
        this.safeguards = safeguards;
    }

    Instant now() {
        return BEGIN.plusMillis(millis);
    }

    /** Says whether a session may have several deliveries in flight, so that one sees what comes of it. */
    boolean isPipelined() {
        return !safeguards.contains(Safeguard.ONE_IN_FLIGHT) && !safeguards.contains(Safeguard.FROM);
    }

    void setWild(boolean nowWild) {
        wild = nowWild;
    }

    boolean isWild() {
        return wild;
    }

    /** Says whether that goes wrong now, which it does one time in so many. */
    boolean strikes(Fault fault, int oneIn) {
        // The lot is drawn in any case, so that a fault less changes nothing else.
        boolean drawn = random.nextInt(oneIn) == 0;
        return drawn && wild && faults.contains(fault);
    }

    void after(Duration wait, Runnable action) {
        count++;
        events.add(new Event(millis + wait.toMillis(), count, action));
    }

    void after(int most, Runnable action) {
        after(Duration.ofMillis(1 + random.nextInt(most)), action);
    }

    /** The next thing happens. */
    void step() {
        Event next = events.remove();
        millis = next.at();
        next.action().run();
    }
}
