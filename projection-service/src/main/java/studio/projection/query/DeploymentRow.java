package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.network.Deployment;

/** What a site makes of an endpoint; its name is {@code endpoint.site}. */
@Entity
@Table(name = "deployments")
public class DeploymentRow extends NetworkPartRow {

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

    @Override
    Kind<?> kind() {
        return Deployment.KIND;
    }
}
