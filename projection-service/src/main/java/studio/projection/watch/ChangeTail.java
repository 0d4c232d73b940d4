package studio.projection.watch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.projection.audit.LogPosition;
import studio.projection.config.ProjectionConfig;

/**
 * The newest changes of entities, for those who watch them: filled after each commit by the instance that writes the tables, and
 * bounded. Whoever waits is woken only by what it watches, so that others' changes cost it nothing.
 */
@ApplicationScoped
public class ChangeTail {

    private final int limit;
    private final Deque<Entry> newest = new ArrayDeque<>();
    private final Map<String, Long> lastOfTopic = new HashMap<>();
    private final Map<String, Set<UniEmitter<? super Void>>> waiting = new HashMap<>();
    private Optional<LogPosition> from = Optional.empty();
    private LogPosition to = LogPosition.start(0, 0);
    private long sequence;

    /** Empty until this instance writes the tables. */
    public ChangeTail(ProjectionConfig config) {
        this.limit = config.watch().entryLimit();
    }

    private record Entry(long number, Set<String> topics, Changed changed) {}

    /**
     * A moment of the tail.
     *
     * @param number   the last change before it
     * @param position the log's position then
     */
    public record Mark(long number, LogPosition position) {}

    /**
     * What came after a mark.
     *
     * @param changes what is of interest of it, oldest first
     * @param to      the mark after all of it
     */
    public record News(List<Changed> changes, Mark to) {}

    /** This instance writes the tables from that position on. */
    public void begin(LogPosition position) {
        replace(Optional.of(position));
    }

    /** This instance writes the tables no longer. */
    public void end() {
        replace(Optional.empty());
    }

    private void replace(Optional<LogPosition> position) {
        Set<UniEmitter<? super Void>> woken = new LinkedHashSet<>();
        synchronized (this) {
            newest.clear();
            lastOfTopic.clear();
            sequence++;
            from = position;
            to = position.orElse(to);
            waiting.values().forEach(woken::addAll);
        }
        woken.forEach(emitter -> emitter.complete(null));
    }

    /** These changes are in the tables now, which are at that position. */
    public void publish(Collection<Changed> changes, LogPosition position) {
        Set<UniEmitter<? super Void>> woken = new LinkedHashSet<>();
        synchronized (this) {
            for (Changed changed : changes) {
                Entry entry = new Entry(++sequence, changed.topics(), changed);
                newest.addLast(entry);
                for (String topic : entry.topics()) {
                    lastOfTopic.put(topic, entry.number());
                    woken.addAll(waiting.getOrDefault(topic, Set.of()));
                }
            }
            while (newest.size() > limit) {
                forget(newest.removeFirst());
            }
            to = position;
        }
        woken.forEach(emitter -> emitter.complete(null));
    }

    private void forget(Entry entry) {
        from = from.map(position -> position.after(entry.changed().place()));
        entry.topics().forEach(topic -> lastOfTopic.remove(topic, entry.number()));
    }

    /** The mark of now; nothing while this instance does not write the tables. */
    public synchronized Optional<Mark> now() {
        return from.map(begin -> new Mark(sequence, to));
    }

    /** What is of interest after a position of the log; nothing if not all of it is here any more. */
    public synchronized Optional<News> since(LogPosition position, Set<String> topics) {
        return from.filter(position::reaches)
                .map(begin -> new News(
                        newest.stream()
                                .filter(entry -> isOf(entry, topics)
                                        && !position.isPast(entry.changed().place()))
                                .map(Entry::changed)
                                .toList(),
                        new Mark(sequence, to)));
    }

    /** What is of interest after a mark; nothing if not all of it is here any more. Costs nothing if nothing is. */
    public synchronized Optional<News> since(Mark mark, Set<String> topics) {
        boolean here = from.isPresent() && mark.number() + newest.size() >= sequence;
        if (!here) {
            return Optional.empty();
        }
        List<Changed> changes = isQuiet(mark, topics)
                ? List.of()
                : newest.stream()
                        .filter(entry -> entry.number() > mark.number() && isOf(entry, topics))
                        .map(Entry::changed)
                        .toList();
        return Optional.of(new News(changes, new Mark(sequence, to)));
    }

    private boolean isQuiet(Mark mark, Set<String> topics) {
        return topics.stream().allMatch(topic -> lastOfTopic.getOrDefault(topic, 0L) <= mark.number());
    }

    private static boolean isOf(Entry entry, Set<String> topics) {
        return entry.topics().stream().anyMatch(topics::contains);
    }

    /** Completes when there is something of interest after that mark, or once this instance begins or ends writing. */
    public Uni<Void> news(Mark mark, Set<String> topics) {
        return Uni.createFrom().emitter(emitter -> {
            if (!await(mark, topics, emitter)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized boolean await(Mark mark, Set<String> topics, UniEmitter<? super Void> emitter) {
        boolean nothing = from.isPresent() && isQuiet(mark, topics);
        if (nothing) {
            topics.forEach(topic -> waiting.computeIfAbsent(topic, first -> new LinkedHashSet<>())
                    .add(emitter));
            emitter.onTermination(() -> forget(topics, emitter));
        }
        return nothing;
    }

    private synchronized void forget(Set<String> topics, UniEmitter<? super Void> emitter) {
        for (String topic : topics) {
            waiting.computeIfPresent(topic, (each, emitters) -> {
                emitters.remove(emitter);
                return emitters.isEmpty() ? null : emitters;
            });
        }
    }

    /** How many wait, for tests. */
    synchronized long waiting() {
        return waiting.values().stream().flatMap(Set::stream).distinct().count();
    }
}
