package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Attachment;

/** Where the sites of a network connect; its name is the access point. */
@Entity
@Table(name = "backbone_attachments")
@IdClass(BackboneAttachmentRow.Key.class)
public class BackboneAttachmentRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

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

    @Column(name = "host")
    @Nullable
    String host;

    @Column(name = "port")
    @Nullable
    Integer port;

    BackboneAttachmentRow() {}

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return Attachment.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(network));
    }

    @Override
    public String name() {
        return name;
    }
}
