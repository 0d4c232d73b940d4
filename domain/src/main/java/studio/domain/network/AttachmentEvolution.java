package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.network.AttachmentEvent.AttachmentDropped;
import studio.domain.network.AttachmentEvent.AttachmentRecorded;
import studio.domain.network.AttachmentEvent.AttachmentRejected;
import studio.domain.network.AttachmentEvent.AttachmentRequested;
import studio.domain.network.AttachmentEvent.AttachmentWithdrawn;

/** What each event changes in attachments and in the links to them. */
final class AttachmentEvolution {

    private AttachmentEvolution() {}

    /** Invitations open and close with the attachments that they lead to: one event, however many they are. */
    static List<Change> evolve(AttachmentEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        Overlay after = new Overlay(entities);
        after.apply(ofAttachment(event, recorded, entities));
        after.list(MemberInvitation.KIND).forEach(invitation -> reopen(invitation, after));
        return List.copyOf(after.changes());
    }

    private static void reopen(MemberInvitation invitation, Overlay after) {
        boolean open = EdgeLinks.leadSomewhere(invitation.ref().name(), after);
        switch (invitation) {
            case MemberInvitation.Requested i
            when open -> after.put(new MemberInvitation.Ready(i.meta(), i.spec(), i.admitted()));
            case MemberInvitation.Ready i
            when !open -> after.put(new MemberInvitation.Requested(i.meta(), i.spec(), i.admitted()));
            case MemberInvitation i -> {}
        }
    }

    private static List<Change> ofAttachment(
            AttachmentEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case AttachmentRequested e -> List.of(put(requested(e, recorded, entities)));
            case AttachmentRecorded e -> List.of(put(new Attachment.Ready(meta(e, entities), e.endpoint())));
            case AttachmentRejected e -> List.of(put(rejected(e, recorded, entities)));
            case AttachmentWithdrawn e -> List.of(put(withdrawn(e, recorded, entities)));
            case AttachmentDropped e -> released(e.accessPoint(), entities);
        };
    }

    private static Attachment requested(AttachmentRequested event, Recorded<NetworkEvent> recorded, Entities entities) {
        entities.checkAbsent(Attachment.KIND.key(event.accessPoint()));
        return new Attachment.Requested(ObjectMeta.created(event.accessPoint(), event.uid(), recorded));
    }

    private static Attachment rejected(AttachmentRejected event, Recorded<NetworkEvent> recorded, Entities entities) {
        Attachment attachment = entities.get(Attachment.KIND, event.accessPoint());
        if (attachment instanceof Attachment.Ready) {
            throw recorded.impossibleFor(attachment);
        }
        return new Attachment.Rejected(attachment.meta(), event.cause());
    }

    private static Attachment withdrawn(AttachmentWithdrawn event, Recorded<NetworkEvent> recorded, Entities entities) {
        Attachment attachment = entities.get(Attachment.KIND, event.accessPoint());
        if (attachment instanceof Attachment.Withdrawn) {
            throw recorded.impossibleFor(attachment);
        }
        return new Attachment.Withdrawn(attachment.meta());
    }

    /** With the attachment go the links of all invitations to it. */
    private static List<Change> released(Name accessPoint, Entities entities) {
        List<Change> changes = new ArrayList<>();
        entities.list(MemberInvitation.KIND).forEach(invitation -> {
            EntityKey link = EdgeLink.key(Name.of(invitation.meta().name()), accessPoint);
            entities.find(link).ifPresent(there -> changes.add(remove(link)));
        });
        changes.add(remove(entities.get(Attachment.KIND, accessPoint).key()));
        return changes;
    }

    private static ObjectMeta meta(AttachmentEvent event, Entities entities) {
        return entities.get(Attachment.KIND, event.accessPoint()).meta();
    }
}
