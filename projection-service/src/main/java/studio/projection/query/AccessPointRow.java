package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.api.view.OfferedAccessPointView;
import studio.api.view.Views;
import studio.domain.backbone.AccessPoint;
import studio.domain.kernel.Kind;

/** An access point. */
@Entity
@Table(name = "access_points")
public class AccessPointRow extends BackbonePartRow {

    @Column(name = "state")
    String state;

    @Column(name = "site")
    String site;

    @Column(name = "use")
    String use;

    @Column(name = "host")
    @Nullable
    String host;

    @Column(name = "first_port")
    @Nullable
    Integer firstPort;

    @Column(name = "last_port")
    @Nullable
    Integer lastPort;

    @Column(name = "offered_to_users")
    List<String> offeredToUsers;

    @Column(name = "offered_to_groups")
    List<String> offeredToGroups;

    AccessPointRow() {}

    @Override
    Kind<?> kind() {
        return AccessPoint.KIND;
    }

    /** What those see of it to whom it is offered. */
    public OfferedAccessPointView offered() {
        return Views.offered(stream(), (AccessPoint) entity());
    }
}
