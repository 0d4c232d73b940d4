package studio.cli.api;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time between two looks at something that is elsewhere, and tells nobody when it changes. */
public final class Pause {

    private Pause() {}

    /** Lets that time pass, or less: says whether nobody interrupted, who wants it to end. */
    public static boolean of(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
