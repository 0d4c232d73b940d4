package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.SiteIndex;

/** Finds a site by its uid or key, which is its name. */
@Entity
@Table(name = "site_indexes")
@IdClass(SiteIndexRow.Key.class)
public class SiteIndexRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "site")
    String site;

    SiteIndexRow() {}

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return SiteIndex.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(network));
    }

    @Override
    public String name() {
        return name;
    }
}
