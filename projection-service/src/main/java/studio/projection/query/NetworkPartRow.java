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

/** What all rows have of what is in a network, where names are unique. */
@MappedSuperclass
@IdClass(NetworkPartRow.Key.class)
public abstract class NetworkPartRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(network));
    }

    @Override
    public String name() {
        return name;
    }
}
