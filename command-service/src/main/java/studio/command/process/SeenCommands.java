package studio.command.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.StreamKey;
import studio.schema.CommandMeta;
import studio.schema.CommandOutcome;

/**
 * The commands seen lately, oldest forgotten first. The order of forgetting is in memory alone: a restart finds it again from the
 * store.
 */
final class SeenCommands {

    private final StateStore store;
    private final Duration window;
    private final int limit;
    private final Deque<Entry> oldestFirst = new ArrayDeque<>();

    /**
     * Those in the store.
     *
     * @param window how long a command is remembered
     * @param limit  how many are remembered, in this partition
     */
    SeenCommands(StateStore store, Duration window, int limit) {
        this.store = store;
        this.window = window;
        this.limit = limit;
        List<Entry> stored = new ArrayList<>();
        store.forEachSeen((key, seen) -> stored.add(new Entry(key, seen.decidedAt())));
        stored.sort(Comparator.comparing(Entry::decidedAt));
        oldestFirst.addAll(stored);
    }

    Optional<SeenCommand> find(CommandMeta meta) {
        return store.seen(meta.stream(), meta.commandId());
    }

    void remember(CommandMeta meta, CommandOutcome outcome) {
        StreamKey stream = meta.stream();
        store.putSeen(stream, meta.commandId(), SeenCommand.of(meta.fingerprint(), outcome));
        oldestFirst.addLast(new Entry(StateStore.seenKey(stream, meta.commandId()), outcome.decidedAt()));
        if (oldestFirst.size() > limit) {
            forgetOldest();
        }
    }

    /** Forgets what is older than the window. */
    void forgetBefore(Instant now) {
        Instant horizon = now.minus(window);
        while (!oldestFirst.isEmpty() && oldestFirst.getFirst().decidedAt().isBefore(horizon)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        store.forget(oldestFirst.removeFirst().key());
    }

    private record Entry(String key, Instant decidedAt) {}
}
