package studio.domain.network;

import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Uid;

/** Where the network's sites connect to its backbone, as the network knows it; named by the access point. */
public sealed interface Attachment extends Entity {

    /** Attachments; the backbone has its own of the same, so that this needs a word of its own. */
    Kind<Attachment> KIND = new Kind<>("backbone-attachment", Attachment.class);

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /**
     * What a site needs to connect.
     *
     * @param attachment  the uid that the backbone gave the attachment; what it is told about it names that
     * @param accessPoint the access point's uid
     * @param host        the DNS name of its router
     * @param port        the network's own port there
     * @param authority   the certificate of the authority that signed the router's, in PEM
     */
    record Endpoint(Uid attachment, Uid accessPoint, String host, int port, String authority) {}

    /** The backbone was asked for it. */
    record Requested(ObjectMeta meta) implements Attachment {}

    /** Sites may connect there. */
    record Ready(ObjectMeta meta, Endpoint endpoint) implements Attachment {}

    /** The backbone refused it. */
    record Rejected(ObjectMeta meta, String cause) implements Attachment {}

    /** The backbone takes it away, or has; sites connect elsewhere. Its removal from the network leaves this state. */
    record Withdrawn(ObjectMeta meta) implements Attachment {}
}
