package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.network.Attachment;

/** Where the sites of a network connect; its name is the access point. */
@Entity
@Table(name = "backbone_attachments")
public class BackboneAttachmentRow extends NetworkPartRow {

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

    @Override
    Kind<?> kind() {
        return Attachment.KIND;
    }
}
