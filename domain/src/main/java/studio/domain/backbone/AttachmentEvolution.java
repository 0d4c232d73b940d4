package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.List;
import java.util.function.Predicate;
import studio.domain.backbone.BackboneEvent.AttachmentChanged;
import studio.domain.backbone.BackboneEvent.AttachmentReady;
import studio.domain.backbone.BackboneEvent.AttachmentReleased;
import studio.domain.backbone.BackboneEvent.HomeAdmitted;
import studio.domain.backbone.BackboneEvent.MemberAllowed;
import studio.domain.backbone.BackboneEvent.MemberDenied;
import studio.domain.backbone.BackboneEvent.NetworkAttached;
import studio.domain.backbone.BackboneEvent.OfAttachment;
import studio.domain.backbone.NetworkAttachment.Admission;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/** What each event changes in attachments. */
final class AttachmentEvolution {

    private AttachmentEvolution() {}

    static Change evolve(OfAttachment event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (event) {
            case NetworkAttached e -> put(attached(e, recorded, entities));
            case AttachmentChanged e -> {
                NetworkAttachment attachment = existing(e.attachment(), entities);
                yield put(with(attachment, attachment.admission().with(e.authority(), e.endOld()), recorded));
            }
            case AttachmentReady e -> put(ready(e, recorded, entities));
            case MemberDenied e -> {
                NetworkAttachment attachment = existing(e.attachment(), entities);
                yield put(with(attachment, attachment.admission().without(e.site()), recorded));
            }
            case MemberAllowed e -> {
                NetworkAttachment attachment = existing(e.attachment(), entities);
                yield put(with(attachment, attachment.admission().again(e.site()), recorded));
            }
            case HomeAdmitted e -> {
                NetworkAttachment attachment = existing(e.attachment(), entities);
                yield put(with(attachment, attachment.admission().withHome(e.home()), recorded));
            }
            case AttachmentReleased e ->
                remove(existing(e.attachment(), entities).key());
        };
    }

    private static NetworkAttachment attached(
            NetworkAttached event, Recorded<BackboneEvent> recorded, Entities entities) {
        entities.checkAbsent(NetworkAttachment.KIND.key(event.attachment()));
        entities.get(AccessPoint.KIND, event.accessPoint());
        return new NetworkAttachment.Requested(
                ObjectMeta.created(event.attachment(), recorded),
                new NetworkAttachment.Spec(event.network(), event.networkUid(), event.accessPoint(), event.port()),
                Admission.of(event.authority()));
    }

    private static NetworkAttachment ready(AttachmentReady event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (existing(event.attachment(), entities)) {
            case NetworkAttachment.Requested a -> new NetworkAttachment.Ready(a.meta(), a.spec(), a.admission());
            case NetworkAttachment.Ready a -> throw recorded.impossibleFor(a);
            case NetworkAttachment.Draining a -> throw recorded.impossibleFor(a);
        };
    }

    private static NetworkAttachment with(
            NetworkAttachment attachment, Admission admission, Recorded<BackboneEvent> recorded) {
        ObjectMeta meta = attachment.meta().changed(recorded);
        return switch (attachment) {
            case NetworkAttachment.Requested a -> new NetworkAttachment.Requested(meta, a.spec(), admission);
            case NetworkAttachment.Ready a -> new NetworkAttachment.Ready(meta, a.spec(), admission);
            case NetworkAttachment.Draining a -> new NetworkAttachment.Draining(meta, a.spec(), admission);
        };
    }

    /** Has the attachments to those access points wait for their networks to let go of them. */
    static List<Change> drained(Predicate<Name> accessPoints, Recorded<BackboneEvent> recorded, Entities entities) {
        return entities.list(NetworkAttachment.KIND).stream()
                .filter(attachment -> !(attachment instanceof NetworkAttachment.Draining))
                .filter(attachment -> accessPoints.test(attachment.spec().accessPoint()))
                .map(attachment -> put(new NetworkAttachment.Draining(
                        attachment.meta().changed(recorded), attachment.spec(), attachment.admission())))
                .toList();
    }

    private static NetworkAttachment existing(Uid attachment, Entities entities) {
        return (NetworkAttachment) entities.get(NetworkAttachment.KIND.key(attachment));
    }
}
