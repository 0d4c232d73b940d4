package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.api.view.OfferedAccessPointView;
import studio.api.view.Views;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** An access point. */
@Entity
@Table(name = "access_points")
@IdClass(AccessPointRow.Key.class)
public class AccessPointRow extends EntityRow {

    @Id
    @Column(name = "backbone")
    String backbone;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

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

    /** The primary key. */
    record Key(String backbone, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return AccessPoint.KIND;
    }

    /** What those see of it to whom it is offered. */
    public OfferedAccessPointView offered() {
        return Views.offered(stream(), (AccessPoint) entity());
    }

    @Override
    public StreamKey stream() {
        return StreamType.BACKBONE.key(Name.of(backbone));
    }

    @Override
    public String name() {
        return name;
    }
}
