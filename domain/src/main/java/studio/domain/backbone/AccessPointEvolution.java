package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointChanged;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.AccessPointRemovalRequested;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.OfAccessPoint;
import studio.domain.certificate.CertificateEvolution;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/** What each event changes in access points and what hangs on them. */
final class AccessPointEvolution {

    private AccessPointEvolution() {}

    static List<Change> evolve(OfAccessPoint event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (event) {
            case AccessPointAdded e -> List.of(put(added(e, recorded, entities)));
            case AccessPointChanged e -> List.of(put(reoffered(e, recorded, entities)));
            case AccessPointAddressSet e -> addressed(e, recorded, entities);
            case AccessPointReady e -> List.of(put(ready(e, recorded, entities)));
            case AccessPointRemovalRequested e -> deleting(e, recorded, entities);
            case AccessPointRemoved e -> removed(entities.get(AccessPoint.KIND, e.accessPoint()), entities);
        };
    }

    private static AccessPoint added(AccessPointAdded event, Recorded<BackboneEvent> recorded, Entities entities) {
        entities.checkAbsent(AccessPoint.KIND.key(event.accessPoint()));
        return new AccessPoint.Partial(
                ObjectMeta.created(event.accessPoint(), event.uid(), recorded),
                new AccessPoint.Spec(event.site(), event.use(), event.offeredTo()));
    }

    private static AccessPoint reoffered(
            AccessPointChanged event, Recorded<BackboneEvent> recorded, Entities entities) {
        AccessPoint point = entities.get(AccessPoint.KIND, event.accessPoint());
        ObjectMeta meta = point.meta().changed(recorded);
        AccessPoint.Spec spec =
                new AccessPoint.Spec(point.spec().site(), point.spec().use(), event.offeredTo());
        return switch (point) {
            case AccessPoint.Partial p -> new AccessPoint.Partial(meta, spec);
            case AccessPoint.Requested p -> new AccessPoint.Requested(meta, spec, p.address());
            case AccessPoint.Ready p -> new AccessPoint.Ready(meta, spec, p.address());
            case AccessPoint.Deleting p -> throw recorded.impossibleFor(p);
        };
    }

    /** A certificate names one host, so another host leaves what there was without use. */
    private static List<Change> addressed(
            AccessPointAddressSet event, Recorded<BackboneEvent> recorded, Entities entities) {
        AccessPoint point = entities.get(AccessPoint.KIND, event.accessPoint());
        if (point instanceof AccessPoint.Deleting) {
            throw recorded.impossibleFor(point);
        }
        List<Change> changes = new ArrayList<>();
        point.knownAddress()
                .filter(known -> !known.host().equals(event.address().host()))
                .ifPresent(elsewhere -> changes.addAll(certificates(point, entities)));
        changes.add(put(new AccessPoint.Requested(point.meta().changed(recorded), point.spec(), event.address())));
        return changes;
    }

    private static AccessPoint ready(AccessPointReady event, Recorded<BackboneEvent> recorded, Entities entities) {
        AccessPoint point = entities.get(AccessPoint.KIND, event.accessPoint());
        return switch (point) {
            case AccessPoint.Requested p -> new AccessPoint.Ready(p.meta(), p.spec(), p.address());
            case AccessPoint.Partial p -> throw recorded.impossibleFor(p);
            case AccessPoint.Ready p -> throw recorded.impossibleFor(p);
            case AccessPoint.Deleting p -> throw recorded.impossibleFor(p);
        };
    }

    private static List<Change> deleting(
            AccessPointRemovalRequested event, Recorded<BackboneEvent> recorded, Entities entities) {
        AccessPoint point = entities.get(AccessPoint.KIND, event.accessPoint());
        AccessPoint.Address address = switch (point) {
            case AccessPoint.Requested p -> p.address();
            case AccessPoint.Ready p -> p.address();
            case AccessPoint.Partial p -> throw recorded.impossibleFor(p);
            case AccessPoint.Deleting p -> throw recorded.impossibleFor(p);
        };
        List<Change> changes =
                new ArrayList<>(AttachmentEvolution.drained(event.accessPoint()::equals, recorded, entities));
        changes.add(put(new AccessPoint.Deleting(point.meta().changed(recorded), point.spec(), address)));
        return changes;
    }

    /** With the access point go the links to it, the attachments and its certificates. */
    static List<Change> removed(AccessPoint point, Entities entities) {
        Name name = Name.of(point.meta().name());
        List<Change> changes = new ArrayList<>(
                Change.removals(InterRouterLink.KIND, link -> link.accessPoint().equals(name), entities));
        changes.addAll(Change.removals(
                NetworkAttachment.KIND,
                attachment -> attachment.spec().accessPoint().equals(name),
                entities));
        changes.addAll(certificates(point, entities));
        changes.add(remove(point.key()));
        return changes;
    }

    private static List<Change> certificates(AccessPoint point, Entities entities) {
        Name name = Name.of(point.meta().name());
        return CertificateEvolution.removals(
                new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, name), entities);
    }
}
