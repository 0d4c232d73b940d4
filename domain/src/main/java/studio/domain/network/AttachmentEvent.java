package studio.domain.network;

import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens to one attachment of the network to its backbone. */
public sealed interface AttachmentEvent extends NetworkEvent {

    /** The access point. */
    Name accessPoint();

    @Override
    default EntityKey subject(StreamKey stream) {
        return Attachment.KIND.key(accessPoint());
    }

    /** The network wants to be attached there. */
    record AttachmentRequested(Name accessPoint, Uid uid) implements AttachmentEvent {}

    /** The backbone has made it. */
    record AttachmentRecorded(Name accessPoint, Attachment.Endpoint endpoint) implements AttachmentEvent {}

    /** The backbone refused it. */
    record AttachmentRejected(Name accessPoint, String cause) implements AttachmentEvent {}

    /** The backbone takes it away. */
    record AttachmentWithdrawn(Name accessPoint) implements AttachmentEvent {}

    /** The network wants it no more; the invitations' links to it are gone as well. */
    record AttachmentDropped(Name accessPoint) implements AttachmentEvent {}
}
