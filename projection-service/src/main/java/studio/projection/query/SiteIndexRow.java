package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.kernel.Kind;
import studio.domain.network.SiteIndex;

/** Finds a site by its uid or key, which is its name. */
@Entity
@Table(name = "site_indexes")
public class SiteIndexRow extends NetworkPartRow {

    @Column(name = "site")
    String site;

    SiteIndexRow() {}

    @Override
    Kind<?> kind() {
        return SiteIndex.KIND;
    }
}
