package studio.projection.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import studio.schema.Topic;

/**
 * A moment of the whole log: the next offset of each partition. As text, the partitions of the events with dots between, a hyphen,
 * and those of the outcomes: {@code 12.0.7-3.1.0}. It means the same in every instance and after every rebuild.
 *
 * @param events   the next offset of each partition of the events
 * @param outcomes the next offset of each partition of the outcomes
 */
public record LogPosition(List<Long> events, List<Long> outcomes) {

    /** Keeps its own copies. */
    public LogPosition {
        events = List.copyOf(events);
        outcomes = List.copyOf(outcomes);
    }

    /** The beginning of a log of so many partitions. */
    public static LogPosition start(int eventPartitions, int outcomePartitions) {
        return new LogPosition(zeros(eventPartitions), zeros(outcomePartitions));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no position; the message says what is expected
     */
    public static LogPosition parse(String text) {
        String[] topics = text.split("-", -1);
        if (topics.length != 2) {
            throw new IllegalArgumentException("must be a position such as 12.0.7-3.1.0");
        }
        return new LogPosition(offsets(topics[0]), offsets(topics[1]));
    }

    /** Says whether everything before the other position is before this one too. */
    public boolean reaches(LogPosition other) {
        return reaches(events, other.events) && reaches(outcomes, other.outcomes);
    }

    /** Says whether both are of a log with the same partitions. */
    public boolean isLike(LogPosition other) {
        return events.size() == other.events.size() && outcomes.size() == other.outcomes.size();
    }

    /** For each partition the later of the two, which must be of the same log. */
    public LogPosition max(LogPosition other) {
        return new LogPosition(max(events, other.events), max(outcomes, other.outcomes));
    }

    private static List<Long> max(List<Long> these, List<Long> others) {
        return IntStream.range(0, these.size())
                .mapToObj(partition -> Math.max(these.get(partition), others.get(partition)))
                .toList();
    }

    /** Says whether the record at that place comes before this position. */
    public boolean isPast(Place place) {
        List<Long> offsets = offsets(place.topic());
        return place.partition() < offsets.size() && offsets.get(place.partition()) > place.offset();
    }

    /** The position right after the record at that place, as far as its partition goes. */
    public LogPosition after(Place place) {
        return with(place.topic(), place.partition(), place.offset() + 1);
    }

    /** The same with another offset for one partition. */
    public LogPosition with(Topic topic, int partition, long next) {
        return topic == Topic.EVENTS
                ? new LogPosition(with(events, partition, next), outcomes)
                : new LogPosition(events, with(outcomes, partition, next));
    }

    /** The next offset of each of that topic's partitions. */
    public List<Long> offsets(Topic topic) {
        return topic == Topic.EVENTS ? events : outcomes;
    }

    private static boolean reaches(List<Long> these, List<Long> others) {
        for (int partition = 0; partition < others.size(); partition++) {
            if (partition >= these.size() || these.get(partition) < others.get(partition)) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> with(List<Long> offsets, int partition, long next) {
        Long[] changed = offsets.toArray(Long[]::new);
        changed[partition] = next;
        return List.of(changed);
    }

    private static List<Long> zeros(int count) {
        return LongStream.generate(() -> 0).limit(count).boxed().toList();
    }

    private static List<Long> offsets(String text) {
        try {
            return Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a position such as 12.0.7-3.1.0", e);
        }
    }

    @Override
    public String toString() {
        return text(events) + "-" + text(outcomes);
    }

    private static String text(List<Long> offsets) {
        return offsets.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
