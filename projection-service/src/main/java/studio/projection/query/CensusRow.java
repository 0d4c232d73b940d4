package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Census;

/** How many sites a network has. */
@Entity
@Table(name = "censuses")
public class CensusRow extends EntityRow {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "sites")
    long sites;

    CensusRow() {}

    @Override
    Kind<?> kind() {
        return Census.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }

    /** How many sites there are. */
    public long sites() {
        return sites;
    }
}
