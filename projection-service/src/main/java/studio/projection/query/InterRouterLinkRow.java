package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.domain.backbone.InterRouterLink;
import studio.domain.kernel.Kind;

/** A link between interior routers. */
@Entity
@Table(name = "inter_router_links")
public class InterRouterLinkRow extends BackbonePartRow {

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "since")
    @Nullable
    Instant since;

    @Column(name = "from_site")
    String fromSite;

    @Column(name = "access_point")
    String accessPoint;

    @Column(name = "cost")
    int cost;

    InterRouterLinkRow() {}

    @Override
    Kind<?> kind() {
        return InterRouterLink.KIND;
    }
}
