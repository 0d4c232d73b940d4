package studio.feed.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.domain.plan.ItemsHash;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

/** How all items do, and of which of them the server has not been told yet. The latest wins: what came before it is never told. */
final class StatusBoard {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SPREAD = Duration.ofSeconds(4);

    private final Backoff lots;
    private final Map<String, ItemStatus> all = new TreeMap<>();
    private final Set<String> untold = new TreeSet<>();
    private boolean everything;
    private ItemsHash digest = ItemsHash.EMPTY;
    private Optional<Instant> due = Optional.empty();

    StatusBoard(Backoff lots) {
        this.lots = lots;
    }

    ItemsHash digest() {
        return digest;
    }

    void put(Collection<ItemStatus> changed, Collection<String> gone, Instant now) {
        changed.stream().filter(status -> !status.equals(all.get(status.key()))).forEach(status -> {
            digest = digest.minus(hash(Optional.ofNullable(all.put(status.key(), status))))
                    .plus(hash(Optional.of(status)));
            untold.add(status.key());
        });
        gone.stream().filter(all::containsKey).forEach(key -> {
            digest = digest.minus(hash(Optional.ofNullable(all.remove(key))));
            untold.add(key);
        });
        if (!untold.isEmpty()) {
            due = due.or(() -> Optional.of(now.plus(SHORTEST).plus(lots.jitter(SPREAD))));
        }
    }

    private static ItemsHash hash(Optional<ItemStatus> status) {
        return status.map(ItemStatus::hash).orElse(ItemsHash.EMPTY);
    }

    /** All of it is to be told again. */
    void tellAll(Instant now) {
        everything = true;
        due = due.or(() -> Optional.of(now));
    }

    /** What is to be told now, if it is time. */
    Optional<Frame.Status> take(Instant now) {
        if (due.filter(at -> !now.isBefore(at)).isEmpty()) {
            return Optional.empty();
        }
        List<ItemStatus> told = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String key : everything ? all.keySet() : untold) {
            Optional.ofNullable(all.get(key)).ifPresentOrElse(told::add, () -> gone.add(key));
        }
        Frame.Status status = new Frame.Status(told, gone, everything);
        untold.clear();
        everything = false;
        due = Optional.empty();
        return Optional.of(status);
    }
}
