package studio.domain.react;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneDecider;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Trust;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;

/** What a backbone's events mean for the networks on it. Compares the attachments before and after, whatever the event was. */
public final class BackboneReactions {

    private BackboneReactions() {}

    /** What follows from that event, which happened to these entities. */
    public static List<Reaction> react(Recorded<BackboneEvent> recorded, Entities before) {
        Reaction.Collector reactions = new Reaction.Collector(before.stream(), recorded, Actor.BACKBONE_ORCHESTRATOR);
        if (recorded.event() instanceof BackboneEvent.AttachmentReleased) {
            return reactions.all();
        }
        Overlay after = new Overlay(before);
        after.apply(BackboneDecider.INSTANCE.evolve(recorded, before));
        Map<Uid, NetworkAttachment> left = new HashMap<>();
        after.list(NetworkAttachment.KIND)
                .forEach(attachment -> left.put(attachment.meta().uid(), attachment));
        for (NetworkAttachment old : before.list(NetworkAttachment.KIND)) {
            Optional<NetworkAttachment> now =
                    Optional.ofNullable(left.get(old.meta().uid()));
            if (!isGoing(Optional.of(old)) && isGoing(now)) {
                tell(new WithdrawAttachment(old.spec().accessPoint(), old.spec().networkUid()), old, reactions);
            }
            now.flatMap(attachment -> endpoint(attachment, after))
                    .filter(endpoint -> !endpoint(old, before).equals(Optional.of(endpoint)))
                    .ifPresent(endpoint -> tell(
                            new RecordAttachment(
                                    old.spec().accessPoint(), old.spec().networkUid(), endpoint),
                            old,
                            reactions));
        }
        return reactions.all();
    }

    /** What follows when the backbone refused to attach a network. */
    public static Reaction refused(String commandId, AttachNetwork command, Rejection rejection) {
        String detail = rejection.detail();
        String cause = detail.substring(0, Math.min(Limits.MAX_TEXT, detail.length()));
        return new Reaction(
                commandId + "#refused",
                StreamType.NETWORK.key(command.network()),
                new RejectAttachment(command.accessPoint(), command.networkUid(), cause),
                Actor.BACKBONE_ORCHESTRATOR);
    }

    private static boolean isGoing(Optional<NetworkAttachment> attachment) {
        return attachment
                .filter(there -> !(there instanceof NetworkAttachment.Draining))
                .isEmpty();
    }

    /** Where a network's sites connect, if they can. */
    private static Optional<Attachment.Endpoint> endpoint(NetworkAttachment attachment, Entities entities) {
        return Optional.of(attachment)
                .filter(NetworkAttachment.Ready.class::isInstance)
                .map(ready -> entities.get(AccessPoint.KIND, ready.spec().accessPoint()))
                .filter(AccessPoint.Ready.class::isInstance)
                .map(AccessPoint.Ready.class::cast)
                .flatMap(point -> authority(entities)
                        .map(authority -> new Attachment.Endpoint(
                                attachment.meta().uid(),
                                point.meta().uid(),
                                point.address().host(),
                                attachment.spec().port(),
                                authority)));
    }

    /** Who signs the access points' certificates, and who did before: members must know either while points move from one to the other. */
    private static Optional<String> authority(Entities entities) {
        return Optional.of(Trust.bundle(CertificateSubject.Kind.ACCESS_POINT_CA, entities))
                .filter(bundle -> !bundle.isEmpty());
    }

    private static void tell(AttachmentCommand command, NetworkAttachment attachment, Reaction.Collector reactions) {
        reactions.add(StreamType.NETWORK.key(attachment.spec().network()), command);
    }
}
