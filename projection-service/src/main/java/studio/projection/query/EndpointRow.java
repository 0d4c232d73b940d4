package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import studio.domain.kernel.Kind;
import studio.domain.network.Endpoint;

/** A process, an ingress or an egress. */
@Entity
@Table(name = "endpoints")
public class EndpointRow extends NetworkPartRow {

    @Column(name = "type")
    String type;

    @Column(name = "digest")
    String digest;

    @Column(name = "allocated_sites")
    List<String> allocatedSites;

    @Column(name = "allocated_classes")
    List<String> allocatedClasses;

    EndpointRow() {}

    @Override
    Kind<?> kind() {
        return Endpoint.KIND;
    }
}
