package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.kernel.Kind;
import studio.domain.network.ServiceLink;

/** A service that some endpoints offer and others require. */
@Entity
@Table(name = "service_links")
public class ServiceLinkRow extends NetworkPartRow {

    @Column(name = "service")
    String service;

    @Column(name = "scope")
    String scope;

    @Column(name = "distribution")
    String distribution;

    ServiceLinkRow() {}

    @Override
    Kind<?> kind() {
        return ServiceLink.KIND;
    }
}
