package studio.home.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.domain.kernel.Uid;

/** How much went by in the last quarter of an hour, in all and by service link. */
public final class History {

    /** How far apart the points are. */
    public static final Duration STEP = Duration.ofSeconds(10);

    /** How many points are kept. */
    static final int MAX_POINTS = 90;

    /** How many service links are told apart in one point: the largest. */
    static final int MAX_LINKS = 100;

    private final Deque<Point> points = new ArrayDeque<>();
    private Map<Uid, Totals> current = new HashMap<>();
    private Totals total = Totals.NONE;
    private Optional<Instant> begun = Optional.empty();

    /**
     * What went by in one step.
     *
     * @param at    its end
     * @param total in all
     * @param links by service link, as far as they are told apart
     */
    public record Point(Instant at, Totals total, Map<Uid, Totals> links) {}

    void add(Uid link, Totals more) {
        total = total.plus(more);
        if (more.bytes() + more.opened() > 0) {
            current.merge(link, more, Totals::plus);
        }
    }

    void addUnknown(Totals more) {
        total = total.plus(more);
    }

    void tick(Instant now) {
        Instant begin = begun.orElse(now);
        begun = Optional.of(begin);
        if (now.isBefore(begin.plus(STEP))) {
            return;
        }
        Map<Uid, Totals> largest = new HashMap<>();
        current.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Uid, Totals> entry) ->
                                entry.getValue().bytes())
                        .reversed())
                .limit(MAX_LINKS)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        points.add(new Point(now, total, Map.copyOf(largest)));
        if (points.size() > MAX_POINTS) {
            points.remove();
        }
        current = new HashMap<>();
        total = Totals.NONE;
        begun = Optional.of(now);
    }

    /** The points, the oldest first. */
    public List<Point> points() {
        return new ArrayList<>(points);
    }
}
