package studio.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The failures of threads of late. A lost broker makes few and they end; what fails again and again would do so for ever. */
public final class ThreadFailures {

    private final int limit;
    private final Duration window;
    private final Deque<Instant> oldestFirst = new ArrayDeque<>();

    /**
     * None yet.
     *
     * @param limit  how many there may be
     * @param window within what time
     */
    public ThreadFailures(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    /** Says whether one more, now, is too many. */
    public synchronized boolean isTooMany(Instant now) {
        while (!oldestFirst.isEmpty() && oldestFirst.getFirst().isBefore(now.minus(window))) {
            oldestFirst.removeFirst();
        }
        oldestFirst.addLast(now);
        return oldestFirst.size() > limit;
    }
}
