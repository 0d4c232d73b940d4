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
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** An interior site. */
@Entity
@Table(name = "interior_sites")
@IdClass(InteriorSiteRow.Key.class)
public class InteriorSiteRow extends EntityRow {

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

    @Column(name = "platform")
    String platform;

    @Column(name = "location")
    @Nullable
    String location;

    @Column(name = "since")
    @Nullable
    Instant since;

    InteriorSiteRow() {}

    /** The primary key. */
    record Key(String backbone, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return InteriorSite.KIND;
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
