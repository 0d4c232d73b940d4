package studio.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do, which nobody tells us. */
final class Await {

    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** The part of the time waited so far that the next pause takes. */
    private static final int SHARE = 20;

    private Await() {}

    /**
     * Whether the condition came true within {@code timeout}; it is asked at least once, and the less often the longer it takes: a service
     * that starts has better things to do than to say that it isn't ready.
     */
    static boolean until(BooleanSupplier condition, Duration timeout) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long waited = System.nanoTime() - begin;
            if (waited > timeout.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(Math.clamp(waited / SHARE, SHORTEST_NANOS, LONGEST_NANOS));
        }
        return true;
    }
}
