package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What all rows have of entities that are alone in their stream and bear its name. */
@MappedSuperclass
public abstract class RootRow extends EntityRow {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    abstract StreamType<?, ?> type();

    @Override
    public StreamKey stream() {
        return type().key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }
}
