package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** Commands about one attachment of the network to its backbone; the backbone orchestrator gives them. */
public sealed interface AttachmentCommand extends NetworkCommand {

    /** The access point. */
    Name accessPoint();

    /** The network's uid, so that nothing that was meant for an earlier network of the name reaches this one. */
    Uid network();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Attachment.KIND.key(accessPoint());
    }

    /** The backbone has made it: this is where the network's sites connect. */
    record RecordAttachment(Name accessPoint, Uid network, Attachment.Endpoint endpoint) implements AttachmentCommand {}

    /** The backbone refused it. */
    record RejectAttachment(Name accessPoint, Uid network, String cause) implements AttachmentCommand {}

    /** The backbone takes it away. */
    record WithdrawAttachment(Name accessPoint, Uid network) implements AttachmentCommand {}
}
