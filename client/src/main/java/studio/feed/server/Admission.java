package studio.feed.server;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets in so many sessions a second, and a number at once. Those beyond are told when to come again, the later the more of them there
 * are, so that they don't all come at the same time.
 */
public final class Admission {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final double perSecond;
    private final double burst;
    private double tokens;
    private double waiting;
    private Instant last;

    /**
     * Begins with as many as there can be at once.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public Admission(double perSecond, int burst, Instant now) {
        if (perSecond <= 0 || burst <= 0) {
            throw new IllegalArgumentException("admission must be more than none a second, and more than none at once");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = now;
    }

    /** Lets one in, or says after how long it should come again. */
    Duration ask(Instant now) {
        double passed = Math.max(0, Duration.between(last, now).toNanos() / 1e9 * perSecond);
        tokens = Math.min(burst, tokens + passed);
        waiting = Math.max(0, waiting - passed);
        last = now.isAfter(last) ? now : last;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        waiting++;
        Duration until = Duration.ofMillis(Math.round((1 - tokens + waiting) / perSecond * 1000));
        return until.compareTo(LONGEST) > 0 ? LONGEST : until;
    }
}
