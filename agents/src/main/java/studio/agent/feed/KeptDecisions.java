package studio.agent.feed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.feed.client.ClientSession;
import studio.feed.disk.DecisionFile;
import studio.feed.frame.Frame;

/** Decisions on the disk until they are answered. Safe for threads. */
final class KeptDecisions {

    private static final Logger LOGGER = LoggerFactory.getLogger(KeptDecisions.class);

    private final DecisionFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Frame.Decided>> listeners = new CopyOnWriteArrayList<>();

    KeptDecisions(DecisionFile file) {
        this.file = file;
    }

    List<Frame.Decide> pending() {
        lock.lock();
        try {
            return file.pending();
        } finally {
            lock.unlock();
        }
    }

    /** Writes one down; says whether there was room for it. */
    boolean keep(Frame.Decide decision) {
        lock.lock();
        try {
            if (file.pending().size() >= ClientSession.MAX_DECISIONS) {
                return false;
            }
            file.add(decision);
            return true;
        } catch (IOException e) {
            LOGGER.atError().setCause(e).log("a decision could not be written down");
            return false;
        } finally {
            lock.unlock();
        }
    }

    void onDecided(Consumer<Frame.Decided> listener) {
        listeners.add(listener);
    }

    /** One is answered; whoever wants to know is told. */
    void answered(Frame.Decided decided) {
        lock.lock();
        try {
            file.answered(decided.seq());
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("a decision that was answered is kept, and will be sent again");
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(decided));
    }
}
