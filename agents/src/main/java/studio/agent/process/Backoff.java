package studio.agent.process;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is tried again: any time up to a bound that doubles, so that many who failed together don't try
 * together.
 *
 * @param first   the first bound
 * @param longest the last bound
 */
public record Backoff(Duration first, Duration longest) {

    /** What suits a process on this machine. */
    public static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait after that many failures in a row. */
    public Duration after(int failures, RandomGenerator random) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
