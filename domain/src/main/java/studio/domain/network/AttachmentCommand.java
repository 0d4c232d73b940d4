package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** Commands about one attachment of the network to its backbone; the backbone orchestrator gives them. */
public sealed interface AttachmentCommand extends NetworkCommand {

    /** The access point. */
    Name accessPoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Attachment.KIND.key(accessPoint());
    }

    /** The backbone has made it: this is where the network's sites connect. */
    record RecordAttachment(Name accessPoint, Attachment.Endpoint endpoint) implements AttachmentCommand {}

    /** The backbone refused it. */
    record RejectAttachment(Name accessPoint, String cause) implements AttachmentCommand {}

    /** The backbone takes it away. */
    record WithdrawAttachment(Name accessPoint) implements AttachmentCommand {}
}
