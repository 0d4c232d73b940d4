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
import studio.domain.network.SiteClass;

/** A class of sites. */
@Entity
@Table(name = "site_classes")
@IdClass(SiteClassRow.Key.class)
public class SiteClassRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "proposed_policy")
    String proposedPolicy;

    @Column(name = "sites")
    long sites;

    SiteClassRow() {}

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return SiteClass.KIND;
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
