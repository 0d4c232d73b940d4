package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.kernel.Kind;

/** A backbone. */
@Entity
@Table(name = "backbones")
public class BackboneRow extends RootRow {

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
    StreamType<?, ?> type() {
        return StreamType.BACKBONE;
    }

    @Override
    Kind<?> kind() {
        return Backbone.KIND;
    }
}
