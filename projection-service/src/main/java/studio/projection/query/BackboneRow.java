package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** A backbone. */
@Entity
@Table(name = "backbones")
public class BackboneRow extends EntityRow {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "owner_users")
    List<String> ownerUsers;

    @Column(name = "owner_groups")
    List<String> ownerGroups;

    @Column(name = "offered_to_users")
    List<String> offeredToUsers;

    @Column(name = "offered_to_groups")
    List<String> offeredToGroups;

    BackboneRow() {}

    @Override
    Kind<?> kind() {
        return Backbone.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.BACKBONE.key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }
}
