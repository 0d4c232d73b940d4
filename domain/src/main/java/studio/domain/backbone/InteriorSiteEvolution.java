package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteChanged;
import studio.domain.backbone.BackboneEvent.InteriorSiteClaimed;
import studio.domain.backbone.BackboneEvent.InteriorSiteInvited;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.backbone.BackboneEvent.OfSite;
import studio.domain.certificate.CertificateEvolution;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

/** What each event changes in interior sites and what hangs on them. */
final class InteriorSiteEvolution {

    private InteriorSiteEvolution() {}

    static List<Change> evolve(OfSite event, Recorded<BackboneEvent> recorded, Entities entities) {
        return switch (event) {
            case InteriorSiteAdded e -> List.of(put(added(e, recorded, entities)));
            case InteriorSiteChanged e -> List.of(put(relocated(e, recorded, entities)));
            case InteriorSiteInvited e -> List.of(put(invited(e, entities)));
            case InteriorSiteClaimed e -> List.of(put(claimed(e, entities)));
            case InteriorSiteReady e -> List.of(put(ready(e, recorded, entities)));
            case InteriorSiteReported e -> List.of(put(reported(e, recorded, entities)));
            case InteriorSiteRemovalRequested e -> deleting(e, recorded, entities);
            case InteriorSiteRemoved e -> removed(e.site(), entities);
        };
    }

    private static InteriorSite added(InteriorSiteAdded event, Recorded<BackboneEvent> recorded, Entities entities) {
        entities.checkAbsent(InteriorSite.KIND.key(event.site()));
        return new InteriorSite.Requested(
                ObjectMeta.created(event.site(), event.uid(), recorded),
                new InteriorSite.Placement(event.platform(), event.location()));
    }

    private static InteriorSite relocated(
            InteriorSiteChanged event, Recorded<BackboneEvent> recorded, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        return site.with(
                site.meta().changed(recorded), site.placement().at(event.location()));
    }

    /** Who may come to be a site's agent is nothing that a person says of the site. */
    private static InteriorSite invited(InteriorSiteInvited event, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        return site.with(site.meta(), site.placement().invited(event.tokenHash()));
    }

    private static InteriorSite claimed(InteriorSiteClaimed event, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        return site.with(site.meta(), site.placement().claimed(event.keyDigest()));
    }

    private static InteriorSite ready(InteriorSiteReady event, Recorded<BackboneEvent> recorded, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        return switch (site) {
            case InteriorSite.Requested s -> new InteriorSite.Ready(s.meta(), s.placement(), event.deployment());
            case InteriorSite.Ready s -> new InteriorSite.Ready(s.meta(), s.placement(), event.deployment());
            case InteriorSite.Deployed s -> throw recorded.impossibleFor(s);
            case InteriorSite.Deleting s -> throw recorded.impossibleFor(s);
        };
    }

    private static InteriorSite reported(
            InteriorSiteReported event, Recorded<BackboneEvent> recorded, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        return switch (site) {
            case InteriorSite.Ready s ->
                new InteriorSite.Deployed(s.meta(), s.placement(), event.reach(), recorded.at());
            case InteriorSite.Deployed s ->
                new InteriorSite.Deployed(s.meta(), s.placement(), event.reach(), recorded.at());
            case InteriorSite.Requested s -> throw recorded.impossibleFor(s);
            case InteriorSite.Deleting s -> throw recorded.impossibleFor(s);
        };
    }

    private static List<Change> deleting(
            InteriorSiteRemovalRequested event, Recorded<BackboneEvent> recorded, Entities entities) {
        InteriorSite site = entities.get(InteriorSite.KIND, event.site());
        if (site instanceof InteriorSite.Deleting) {
            throw recorded.impossibleFor(site);
        }
        List<Change> changes = new ArrayList<>(AttachmentEvolution.drained(
                point -> entities.get(AccessPoint.KIND, point).spec().site().equals(event.site()), recorded, entities));
        changes.add(put(new InteriorSite.Deleting(site.meta().changed(recorded), site.placement())));
        return changes;
    }

    /** With the site go its access points, the links to those, the links from it, and their certificates. */
    private static List<Change> removed(Name site, Entities entities) {
        InteriorSite gone = entities.get(InteriorSite.KIND, site);
        List<Change> changes = new ArrayList<>(
                Change.removals(InterRouterLink.KIND, link -> link.from().equals(site), entities));
        entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().site().equals(site))
                .forEach(point -> changes.addAll(AccessPointEvolution.removed(point, entities)));
        changes.addAll(CertificateEvolution.removals(
                new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, site), entities));
        changes.add(remove(gone.key()));
        return changes;
    }
}
