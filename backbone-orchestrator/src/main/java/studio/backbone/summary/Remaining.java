package studio.backbone.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import studio.api.json.Word;

/** How much of a certificate's life is left, as roughly as somebody has to know it. */
public enum Remaining {
    /** It is over. */
    ENDED(Duration.ZERO),
    /** At most a day. */
    DAY(Duration.ofDays(1)),
    /** At most a week. */
    WEEK(Duration.ofDays(7)),
    /** At most a month of 30 days. */
    MONTH(Duration.ofDays(30)),
    /** More than that. */
    LATER(Duration.ofSeconds(Long.MAX_VALUE));

    private final Duration most;

    Remaining(Duration most) {
        this.most = most;
    }

    /** What is left of a life that ends then. */
    public static Remaining of(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        for (Remaining remaining : values()) {
            if (left.compareTo(remaining.most) <= 0) {
                return remaining;
            }
        }
        return LATER;
    }

    /** How many of those lives have how much left, by the words for that; none is left out. */
    public static Map<String, Long> count(Collection<Instant> ends, Instant now) {
        Map<String, Long> counts = new TreeMap<>();
        for (Remaining remaining : values()) {
            counts.put(Word.of(remaining), 0L);
        }
        ends.forEach(end -> counts.merge(Word.of(of(end, now)), 1L, Long::sum));
        return counts;
    }
}
