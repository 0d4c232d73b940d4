package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.backbone.InterRouterLink;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** A link between interior routers. */
@Entity
@Table(name = "inter_router_links")
@IdClass(InterRouterLinkRow.Key.class)
public class InterRouterLinkRow extends EntityRow {

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

    /** The primary key. */
    record Key(String backbone, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return InterRouterLink.KIND;
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
