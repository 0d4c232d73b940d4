package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of a stream's root, and who may read it. */
@Entity
@Table(name = "incarnations")
@IdClass(IncarnationRow.Key.class)
public class IncarnationRow {

    @Id
    @Column(name = "stream")
    String stream;

    @Id
    @Column(name = "since")
    long since;

    @Column(name = "until")
    @Nullable
    Long until;

    @Column(name = "owner_users")
    List<String> ownerUsers;

    @Column(name = "owner_groups")
    List<String> ownerGroups;

    IncarnationRow() {}

    /** The primary key. */
    record Key(String stream, long since) implements Serializable {}
}
