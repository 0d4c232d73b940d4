package studio.projection.position;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.domain.kernel.StreamKey;
import studio.projection.config.ProjectionConfig;

/**
 * The positions of the streams that changed last, and those who wait for one. An instance that writes the tables is told of every
 * commit, so nobody there has to ask the database twice.
 */
@ApplicationScoped
public class Positions {

    private final Map<StreamKey, Long> newest;
    private final Map<StreamKey, List<Waiter>> waiters = new HashMap<>();
    private boolean live;

    Positions(ProjectionConfig config) {
        int limit = config.reads().positionLimit();
        newest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<StreamKey, Long> eldest) {
                return size() > limit;
            }
        };
    }

    private record Waiter(long revision, UniEmitter<? super Void> reached) {}

    /** This instance writes the tables from now on, or no longer. */
    public synchronized void setLive(boolean writes) {
        live = writes;
        newest.clear();
    }

    /** Says whether this instance writes the tables, and therefore hears of every commit. */
    public synchronized boolean isLive() {
        return live;
    }

    /** Those streams are in the tables up to these revisions. */
    public void advance(Map<StreamKey, Long> revisions) {
        release(revisions).forEach(waiter -> waiter.reached().complete(null));
    }

    private synchronized List<Waiter> release(Map<StreamKey, Long> revisions) {
        newest.putAll(revisions);
        List<Waiter> released = new ArrayList<>();
        revisions.forEach((stream, revision) -> waiters.getOrDefault(stream, List.of()).stream()
                .filter(waiter -> waiter.revision() <= revision)
                .forEach(released::add));
        return released;
    }

    /** Says whether this instance has heard that the tables have got there. */
    public synchronized boolean hasReached(StreamPosition position) {
        return newest.getOrDefault(position.stream(), 0L) >= position.revision();
    }

    /** Completes when this instance hears that the tables have got there. */
    public Uni<Void> reached(StreamPosition position) {
        return Uni.createFrom().emitter(emitter -> {
            if (!wait(position, emitter)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized boolean wait(StreamPosition position, UniEmitter<? super Void> emitter) {
        if (hasReached(position)) {
            return false;
        }
        Waiter waiter = new Waiter(position.revision(), emitter);
        waiters.computeIfAbsent(position.stream(), stream -> new ArrayList<>()).add(waiter);
        emitter.onTermination(() -> forget(position.stream(), waiter));
        return true;
    }

    private synchronized void forget(StreamKey stream, Waiter waiter) {
        waiters.computeIfPresent(stream, (key, waiting) -> {
            waiting.remove(waiter);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    /** How many wait. */
    public synchronized int waiting() {
        return waiters.values().stream().mapToInt(List::size).sum();
    }
}
