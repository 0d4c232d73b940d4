package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That an event is part of an entity's history. */
@Entity
@Table(name = "history")
@IdClass(HistoryRow.Key.class)
public class HistoryRow {

    @Id
    @Column(name = "stream")
    String stream;

    @Id
    @Column(name = "subject")
    String subject;

    @Id
    @Column(name = "revision")
    long revision;

    HistoryRow() {}

    /** The primary key. */
    record Key(String stream, String subject, long revision) implements Serializable {}
}
