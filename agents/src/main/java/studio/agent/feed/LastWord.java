package studio.agent.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** That everything is cleaned up. Nobody answers that, so it is said again and again. Safe for threads. */
final class LastWord {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<Instant> due = Optional.empty();
    private boolean said;

    /** It is to be said; whoever waits for that is told, once. */
    void want(Runnable told) {
        lock.lock();
        try {
            due = due.or(() -> Optional.of(Instant.MIN));
            if (!said) {
                waiting.add(told);
                return;
            }
        } finally {
            lock.unlock();
        }
        told.run();
    }

    /** Whether it is to be said now. */
    boolean isDue(Instant now) {
        lock.lock();
        try {
            boolean isDue = due.filter(when -> !now.isBefore(when)).isPresent();
            due = isDue ? Optional.of(now.plus(AGAIN)) : due;
            return isDue;
        } finally {
            lock.unlock();
        }
    }

    /** It went. */
    void said() {
        List<Runnable> told;
        lock.lock();
        try {
            said = true;
            told = List.copyOf(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        told.forEach(Runnable::run);
    }
}
