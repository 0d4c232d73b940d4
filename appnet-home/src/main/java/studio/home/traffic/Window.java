package studio.home.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much went by lately. */
final class Window {

    /** What counts as lately. */
    static final Duration LENGTH = Duration.ofSeconds(10);

    private final Deque<Step> steps = new ArrayDeque<>();
    private long sum;

    private record Step(Instant at, long amount) {}

    void add(Instant now, long amount) {
        forget(now);
        if (amount > 0) {
            steps.add(new Step(now, amount));
            sum += amount;
        }
    }

    private void forget(Instant now) {
        Instant begin = now.minus(LENGTH);
        while (!steps.isEmpty() && !steps.element().at().isAfter(begin)) {
            sum -= steps.remove().amount();
        }
    }

    double perSecond(Instant now) {
        forget(now);
        return sum / (double) LENGTH.toSeconds();
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
