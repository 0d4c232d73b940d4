package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.removals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.domain.backbone.BackboneEvent.BackboneChanged;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.OfAccessPoint;
import studio.domain.backbone.BackboneEvent.OfAttachment;
import studio.domain.backbone.BackboneEvent.OfLink;
import studio.domain.backbone.BackboneEvent.OfSite;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateEvolution;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/** What each event changes in a backbone's stream, and in the backbone itself. */
final class BackboneEvolution {

    private BackboneEvolution() {}

    static List<Change> evolve(Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (recorded.event()) {
            case BackboneCreated e -> List.of(put(created(e, recorded, entities)));
            case BackboneChanged e -> List.of(put(changed(e, recorded, entities)));
            case BackboneReady e -> List.of(put(ready(recorded, entities)));
            case BackboneFailed e -> List.of(put(failed(e, recorded, entities)));
            case BackboneDeletionRequested e -> deleting(recorded, entities);
            case BackboneDeleted e -> deleted(recorded, entities);
            case OfSite e -> ofPresent(recorded, entities, () -> InteriorSiteEvolution.evolve(e, recorded, entities));
            case OfAccessPoint e ->
                ofPresent(recorded, entities, () -> AccessPointEvolution.evolve(e, recorded, entities));
            case OfLink e -> ofPresent(recorded, entities, () -> List.of(LinkEvolution.evolve(e, recorded, entities)));
            case OfAttachment e ->
                ofPresent(recorded, entities, () -> List.of(AttachmentEvolution.evolve(e, recorded, entities)));
            case CertificateEvent e ->
                ofPresent(recorded, entities, () -> CertificateEvolution.evolve(e, recorded, entities));
        };
    }

    /** What happens to a part happens in a backbone that is there. */
    private static List<Change> ofPresent(
            Recorded<BackboneEvent> recorded, Entities entities, Supplier<List<Change>> changes) {
        Backbone backbone = backbone(entities);
        if (backbone instanceof Backbone.Deleted) {
            throw recorded.impossibleFor(backbone);
        }
        return changes.get();
    }

    private static Backbone created(BackboneCreated event, Recorded<BackboneEvent> recorded, Entities entities) {
        BackboneAccess.present(entities).ifPresent(backbone -> {
            throw recorded.impossibleFor(backbone);
        });
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), event.uid(), recorded);
        return new Backbone.Requested(meta, event.owners(), event.offeredTo());
    }

    private static Backbone changed(BackboneChanged event, Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = backbone(entities);
        ObjectMeta meta = backbone.meta().changed(recorded);
        return switch (backbone) {
            case Backbone.Requested b -> new Backbone.Requested(meta, event.owners(), event.offeredTo());
            case Backbone.Ready b -> new Backbone.Ready(meta, event.owners(), event.offeredTo());
            case Backbone.Failed b -> new Backbone.Failed(meta, event.owners(), event.offeredTo(), b.cause());
            case Backbone.Deleting b -> throw recorded.impossibleFor(b);
            case Backbone.Deleted b -> throw recorded.impossibleFor(b);
        };
    }

    private static Backbone ready(Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = withoutAuthorities(recorded, entities);
        return new Backbone.Ready(backbone.meta(), backbone.owners(), backbone.offeredTo());
    }

    private static Backbone failed(BackboneFailed event, Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = withoutAuthorities(recorded, entities);
        return new Backbone.Failed(backbone.meta(), backbone.owners(), backbone.offeredTo(), event.cause());
    }

    private static Backbone withoutAuthorities(Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = backbone(entities);
        return switch (backbone) {
            case Backbone.Requested b -> b;
            case Backbone.Failed b -> b;
            case Backbone.Ready b -> throw recorded.impossibleFor(b);
            case Backbone.Deleting b -> throw recorded.impossibleFor(b);
            case Backbone.Deleted b -> throw recorded.impossibleFor(b);
        };
    }

    private static List<Change> deleting(Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = backbone(entities);
        if (backbone instanceof Backbone.Deleting || backbone instanceof Backbone.Deleted) {
            throw recorded.impossibleFor(backbone);
        }
        List<Change> changes = new ArrayList<>(AttachmentEvolution.drained(point -> true, recorded, entities));
        ObjectMeta meta = backbone.meta().changed(recorded);
        changes.add(put(new Backbone.Deleting(meta, backbone.owners(), backbone.offeredTo())));
        entities.list(InteriorSite.KIND).stream()
                .filter(InteriorSite.Deployed.class::isInstance)
                .forEach(site ->
                        changes.add(put(new InteriorSite.Deleting(site.meta().changed(recorded), site.placement()))));
        return changes;
    }

    private static List<Change> deleted(Recorded<BackboneEvent> recorded, Entities entities) {
        Backbone backbone = backbone(entities);
        if (backbone instanceof Backbone.Deleted) {
            throw recorded.impossibleFor(backbone);
        }
        List<Change> changes = new ArrayList<>();
        changes.addAll(removals(InterRouterLink.KIND, link -> true, entities));
        changes.addAll(removals(NetworkAttachment.KIND, attachment -> true, entities));
        changes.addAll(removals(AccessPoint.KIND, point -> true, entities));
        changes.addAll(removals(InteriorSite.KIND, site -> true, entities));
        changes.addAll(removals(TlsCertificate.KIND, certificate -> true, entities));
        changes.add(put(new Backbone.Deleted(backbone.meta().changed(recorded), backbone.owners())));
        return changes;
    }

    private static Backbone backbone(Entities entities) {
        return entities.get(Backbone.KIND, entities.stream().name());
    }
}
