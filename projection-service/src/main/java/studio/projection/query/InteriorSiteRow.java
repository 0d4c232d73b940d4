package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.Kind;

/** An interior site. */
@Entity
@Table(name = "interior_sites")
public class InteriorSiteRow extends BackbonePartRow {

    @Column(name = "state")
    String state;

    @Column(name = "platform")
    String platform;

    @Column(name = "location")
    @Nullable
    String location;

    @Column(name = "since")
    @Nullable
    Instant since;

    InteriorSiteRow() {}

    @Override
    Kind<?> kind() {
        return InteriorSite.KIND;
    }
}
