package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Deployment;

/** What a site makes of an endpoint; its name is {@code endpoint.site}. */
@Entity
@Table(name = "deployments")
@IdClass(DeploymentRow.Key.class)
public class DeploymentRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "endpoint")
    UUID endpoint;

    @Column(name = "site")
    UUID site;

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "decision")
    @Nullable
    String decision;

    @Column(name = "decided_digest")
    @Nullable
    String decidedDigest;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "held")
    @Nullable
    String held;

    @Column(name = "since")
    Instant since;

    DeploymentRow() {}

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return Deployment.KIND;
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
