package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** A network's place on a member access point. */
@Entity
@Table(name = "network_attachments")
public class NetworkAttachmentRow extends EntityRow {

    @Id
    @Column(name = "uid")
    UUID uid;

    @Column(name = "backbone")
    String backbone;

    @Column(name = "state")
    String state;

    @Column(name = "network")
    String network;

    @Column(name = "network_uid")
    UUID networkUid;

    @Column(name = "access_point")
    String accessPoint;

    @Column(name = "port")
    int port;

    NetworkAttachmentRow() {}

    @Override
    Kind<?> kind() {
        return NetworkAttachment.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.BACKBONE.key(Name.of(backbone));
    }

    @Override
    public String name() {
        return uid.toString();
    }
}
