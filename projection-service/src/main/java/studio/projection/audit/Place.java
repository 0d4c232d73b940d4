package studio.projection.audit;

import java.util.Comparator;
import studio.schema.Topic;

/**
 * Where a record of the log stands; it never changes, whatever else is rebuilt.
 *
 * @param topic     events or outcomes
 * @param partition the topic's partition
 * @param offset    the place in the partition
 */
public record Place(Topic topic, int partition, long offset) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::topic)
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic.topicName() + "/" + partition + "@" + offset;
    }
}
