package studio.agent.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a loop waits for. Being woken several times before it looks is being woken once. */
public final class Wakeup {

    private final Semaphore signals = new Semaphore(0);

    /** Wakes the loop. */
    public void signal() {
        signals.release();
    }

    /** Waits for a signal, no longer than that. */
    public void await(Duration longest) throws InterruptedException {
        if (signals.tryAcquire(Math.max(0, longest.toMillis()), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
