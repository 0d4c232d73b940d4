package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What all rows have of what is in a backbone, where names are unique. */
@MappedSuperclass
@IdClass(BackbonePartRow.Key.class)
public abstract class BackbonePartRow extends EntityRow {

    @Id
    @Column(name = "backbone")
    String backbone;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    /** The primary key. */
    record Key(String backbone, String name) implements Serializable {}

    @Override
    public StreamKey stream() {
        return StreamType.BACKBONE.key(Name.of(backbone));
    }

    @Override
    public String name() {
        return name;
    }
}
