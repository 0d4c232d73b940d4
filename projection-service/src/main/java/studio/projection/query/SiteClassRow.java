package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.kernel.Kind;
import studio.domain.network.SiteClass;

/** A class of sites. */
@Entity
@Table(name = "site_classes")
public class SiteClassRow extends NetworkPartRow {

    @Column(name = "proposed_policy")
    String proposedPolicy;

    @Column(name = "sites")
    long sites;

    SiteClassRow() {}

    @Override
    Kind<?> kind() {
        return SiteClass.KIND;
    }
}
