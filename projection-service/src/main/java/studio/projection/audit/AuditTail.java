package studio.projection.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Owners;
import studio.projection.config.ProjectionConfig;

/**
 * The newest entries of the audit, for those who watch it: filled after each commit by the instance that writes the tables, and
 * bounded. Who is further behind, or with an instance that does not write, reads the table.
 */
@ApplicationScoped
public class AuditTail {

    private final int limit;
    private final Deque<TailEntry> newest = new ArrayDeque<>();
    private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();
    private Optional<Span> span = Optional.empty();

    AuditTail(ProjectionConfig config) {
        this.limit = config.tail().entryLimit();
    }

    /**
     * An entry, and who may read it beside administrators and auditors.
     *
     * @param entry   the entry
     * @param readers who owned the stream at that moment
     */
    public record TailEntry(AuditEntry entry, Owners readers) {}

    /** What is between the two is here. */
    private record Span(LogPosition from, LogPosition to) {}

    /**
     * What came after a position.
     *
     * @param entries the entries, oldest first
     * @param to      the position after them
     */
    public record News(List<TailEntry> entries, LogPosition to) {}

    /** This instance writes the tables from that position on. */
    public void begin(LogPosition position) {
        replace(Optional.of(new Span(position, position)));
    }

    /** This instance writes the tables no longer. */
    public void end() {
        replace(Optional.empty());
    }

    private void replace(Optional<Span> now) {
        synchronized (this) {
            newest.clear();
            span = now;
        }
        wake();
    }

    /** These entries are in the table now, and the tables are at that position. */
    public void publish(List<TailEntry> entries, LogPosition position) {
        add(entries, position);
        wake();
    }

    private synchronized void add(List<TailEntry> entries, LogPosition position) {
        LogPosition from = span.map(Span::from).orElse(position);
        newest.addAll(entries);
        while (newest.size() > limit) {
            from = from.after(newest.removeFirst().entry().place());
        }
        span = Optional.of(new Span(from, position));
    }

    /** Up to {@code count} entries after that position; nothing if not all of them are here. */
    public synchronized Optional<News> after(LogPosition position, int count) {
        return span.filter(here -> position.reaches(here.from())).map(here -> {
            List<TailEntry> news = newest.stream()
                    .filter(tail -> !position.isPast(tail.entry().place()))
                    .limit(count)
                    .toList();
            LogPosition to = news.size() < count ? here.to() : position;
            if (news.size() == count) {
                for (TailEntry tail : news) {
                    to = to.after(tail.entry().place());
                }
            }
            return new News(news, to);
        });
    }

    /** Says whether this instance writes the tables. */
    public synchronized boolean isLive() {
        return span.isPresent();
    }

    /** Completes when there is something after that position here, or once this instance begins or ends writing. */
    public Uni<Void> news(LogPosition position) {
        return Uni.createFrom().emitter(emitter -> {
            if (!await(position, emitter)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized boolean await(LogPosition position, UniEmitter<? super Void> emitter) {
        boolean nothing = span.isPresent() && position.reaches(span.get().to());
        if (nothing) {
            waiting.add(emitter);
            emitter.onTermination(() -> forget(emitter));
        }
        return nothing;
    }

    private synchronized void forget(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }

    private void wake() {
        List<UniEmitter<? super Void>> woken;
        synchronized (this) {
            woken = List.copyOf(waiting);
        }
        woken.forEach(emitter -> emitter.complete(null));
    }
}
