package studio.feed.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: any time up to a bound that doubles, so that those who lost the same server part. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final RandomGenerator random;
    private Duration bound = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        Duration wait = jitter(bound);
        Duration doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    /** Any time from none to that one. */
    Duration jitter(Duration most) {
        return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
    }

    void reset() {
        bound = FIRST;
    }
}
