package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.kernel.Kind;
import studio.domain.network.EdgeLink;

/** A connection that the sites of an invitation make; its name is {@code invitation.accessPoint}. */
@Entity
@Table(name = "edge_links")
public class EdgeLinkRow extends NetworkPartRow {

    @Column(name = "invitation")
    String invitation;

    @Column(name = "access_point")
    String accessPoint;

    @Column(name = "priority")
    int priority;

    EdgeLinkRow() {}

    @Override
    Kind<?> kind() {
        return EdgeLink.KIND;
    }
}
