package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The next offset of a partition that is not in the tables yet. */
@Entity
@Table(name = "projection_position")
@IdClass(PositionRow.Key.class)
public class PositionRow {

    @Id
    @Column(name = "topic")
    String topic;

    @Id
    @Column(name = "log_partition")
    int partition;

    @Column(name = "next")
    long next;

    PositionRow() {}

    /** The topic's name. */
    public String topic() {
        return topic;
    }

    /** The topic's partition. */
    public int partition() {
        return partition;
    }

    /** The next offset. */
    public long next() {
        return next;
    }

    /** The primary key. */
    record Key(String topic, int partition) implements Serializable {}
}
