package studio.projection.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import studio.domain.kernel.StreamKey;
import studio.projection.audit.AuditTail;
import studio.projection.audit.AuditTail.TailEntry;
import studio.projection.audit.LogPosition;
import studio.projection.position.Positions;
import studio.projection.watch.ChangeTail;
import studio.schema.Topic;

/** Tells those who wait for a position and those who watch what was committed. Called by the projector's thread alone. */
@ApplicationScoped
class Announcements implements CommitListener {

    private final Positions positions;
    private final AuditTail tail;
    private final ChangeTail changes;
    private LogPosition position = LogPosition.start(0, 0);

    Announcements(Positions positions, AuditTail tail, ChangeTail changes) {
        this.positions = positions;
        this.tail = tail;
        this.changes = changes;
    }

    @Override
    public void began(Map<TopicPartition, Long> start) {
        position = moved(LogPosition.start(partitions(start, Topic.EVENTS), partitions(start, Topic.OUTCOMES)), start);
        positions.setLive(true);
        tail.begin(position);
        changes.begin(position);
    }

    @Override
    public void committed(Fold batch) {
        Map<StreamKey, Long> revisions = new HashMap<>();
        batch.streams()
                .forEach(stream -> revisions.put(stream.stream(), stream.head().revision()));
        positions.advance(revisions);
        List<TailEntry> entries = batch.audit().stream()
                .map(entry -> new TailEntry(entry, batch.readers(entry)))
                .toList();
        position = moved(position, batch.next());
        tail.publish(entries, position);
        changes.publish(batch.streams().stream().flatMap(StreamFold::changed).toList(), position);
    }

    @Override
    public void ended() {
        positions.setLive(false);
        tail.end();
        changes.end();
    }

    private static LogPosition moved(LogPosition from, Map<TopicPartition, Long> next) {
        LogPosition moved = from;
        for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
            moved = moved.with(LogReader.topic(entry.getKey()), entry.getKey().partition(), entry.getValue());
        }
        return moved;
    }

    private static int partitions(Map<TopicPartition, Long> positions, Topic topic) {
        return (int) positions.keySet().stream()
                .filter(partition -> partition.topic().equals(topic.topicName()))
                .count();
    }
}
