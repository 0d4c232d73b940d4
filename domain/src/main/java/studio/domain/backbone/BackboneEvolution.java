package studio.domain.backbone;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointChanged;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.BackboneChanged;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneDeletionRequested;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.CertificateFailed;
import studio.domain.backbone.BackboneEvent.CertificateIssued;
import studio.domain.backbone.BackboneEvent.CertificateRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteChanged;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.backbone.BackboneEvent.InteriorSiteReported;
import studio.domain.backbone.BackboneEvent.InteriorSitesLinked;
import studio.domain.backbone.BackboneEvent.InteriorSitesUnlinked;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.backbone.BackboneEvent.LinkReported;
import studio.domain.backbone.BackboneEvent.OfAccessPoint;
import studio.domain.backbone.BackboneEvent.OfCertificate;
import studio.domain.backbone.BackboneEvent.OfLink;
import studio.domain.backbone.BackboneEvent.OfSite;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;

/** What each event changes in a backbone's stream. */
final class BackboneEvolution {

    private final Recorded<BackboneEvent> recorded;
    private final Entities entities;

    private BackboneEvolution(Recorded<BackboneEvent> recorded, Entities entities) {
        this.recorded = recorded;
        this.entities = entities;
    }

    static List<Change> evolve(Recorded<BackboneEvent> recorded, Entities entities) {
        BackboneEvolution evolution = new BackboneEvolution(recorded, entities);
        return switch (recorded.event()) {
            case BackboneCreated e -> evolution.created(e);
            case BackboneChanged e -> List.of(put(evolution.changed(e)));
            case BackboneReady e -> evolution.ready();
            case BackboneFailed e -> evolution.failed(e);
            case BackboneDeletionRequested e -> evolution.deleting();
            case BackboneDeleted e -> evolution.deleted();
            case OfSite e -> evolution.site(e);
            case OfAccessPoint e -> evolution.accessPoint(e);
            case OfLink e -> evolution.link(e);
            case OfCertificate e -> List.of(put(evolution.certificate(e)));
        };
    }

    private List<Change> created(BackboneCreated e) {
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), e.uid(), recorded);
        return List.of(put(new Backbone.Requested(meta, e.owners(), e.offeredTo())));
    }

    private Backbone changed(BackboneChanged e) {
        Backbone backbone = backbone();
        ObjectMeta meta = backbone.meta().changed(recorded);
        return switch (backbone) {
            case Backbone.Requested b -> new Backbone.Requested(meta, e.owners(), e.offeredTo());
            case Backbone.Ready b -> new Backbone.Ready(meta, e.owners(), e.offeredTo());
            case Backbone.Failed b -> new Backbone.Failed(meta, e.owners(), e.offeredTo(), b.cause());
            case Backbone.Deleting b -> new Backbone.Deleting(meta, e.owners(), e.offeredTo());
            case Backbone.Deleted b -> throw impossible(b);
        };
    }

    private List<Change> ready() {
        Backbone backbone = backbone();
        return List.of(put(new Backbone.Ready(backbone.meta(), backbone.owners(), backbone.offeredTo())));
    }

    private List<Change> failed(BackboneFailed e) {
        Backbone backbone = backbone();
        return List.of(put(new Backbone.Failed(backbone.meta(), backbone.owners(), backbone.offeredTo(), e.cause())));
    }

    private List<Change> deleting() {
        Backbone backbone = backbone();
        List<Change> changes = new ArrayList<>();
        ObjectMeta meta = backbone.meta().changed(recorded);
        changes.add(put(new Backbone.Deleting(meta, backbone.owners(), backbone.offeredTo())));
        entities.list(InteriorSite.KIND).stream()
                .filter(InteriorSite.Deployed.class::isInstance)
                .forEach(site ->
                        changes.add(put(new InteriorSite.Deleting(site.meta().changed(recorded), site.placement()))));
        return changes;
    }

    private List<Change> deleted() {
        List<Change> changes = new ArrayList<>();
        removeWhere(changes, InterRouterLink.KIND, link -> true);
        removeWhere(changes, AccessPoint.KIND, point -> true);
        removeWhere(changes, InteriorSite.KIND, site -> true);
        removeWhere(changes, TlsCertificate.KIND, certificate -> true);
        Backbone backbone = backbone();
        Owners owners = backbone.owners();
        changes.add(put(new Backbone.Deleted(backbone.meta().changed(recorded), owners)));
        return changes;
    }

    private List<Change> site(OfSite event) {
        return switch (event) {
            case InteriorSiteAdded e ->
                List.of(put(new InteriorSite.Requested(
                        ObjectMeta.created(e.site(), e.uid(), recorded),
                        new InteriorSite.Placement(e.platform(), e.location()))));
            case InteriorSiteChanged e -> List.of(put(relocated(e)));
            case InteriorSiteReady e -> {
                InteriorSite site = entities.get(InteriorSite.KIND, e.site());
                yield List.of(put(new InteriorSite.Ready(site.meta(), site.placement(), e.deployment())));
            }
            case InteriorSiteReported e -> {
                InteriorSite site = entities.get(InteriorSite.KIND, e.site());
                yield List.of(put(new InteriorSite.Deployed(site.meta(), site.placement(), e.reach(), recorded.at())));
            }
            case InteriorSiteRemovalRequested e -> {
                InteriorSite site = entities.get(InteriorSite.KIND, e.site());
                yield List.of(put(new InteriorSite.Deleting(site.meta().changed(recorded), site.placement())));
            }
            case InteriorSiteRemoved e -> siteRemoved(e);
        };
    }

    private InteriorSite relocated(InteriorSiteChanged e) {
        InteriorSite site = entities.get(InteriorSite.KIND, e.site());
        ObjectMeta meta = site.meta().changed(recorded);
        InteriorSite.Placement placement =
                new InteriorSite.Placement(site.placement().platform(), e.location());
        return switch (site) {
            case InteriorSite.Requested s -> new InteriorSite.Requested(meta, placement);
            case InteriorSite.Ready s -> new InteriorSite.Ready(meta, placement, s.deployment());
            case InteriorSite.Deployed s -> new InteriorSite.Deployed(meta, placement, s.reach(), s.since());
            case InteriorSite.Deleting s -> new InteriorSite.Deleting(meta, placement);
        };
    }

    private List<Change> siteRemoved(InteriorSiteRemoved e) {
        List<Change> changes = new ArrayList<>();
        removeWhere(changes, InterRouterLink.KIND, link -> link.from().equals(e.site()));
        entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().site().equals(e.site()))
                .forEach(point ->
                        changes.addAll(accessPointRemoved(Name.of(point.meta().name()))));
        removeCertificates(changes, new CertificateSubject(CertificateSubject.Kind.INTERIOR_SITE, e.site()));
        changes.add(remove(InteriorSite.KIND.key(e.site())));
        return changes;
    }

    private List<Change> accessPoint(OfAccessPoint event) {
        return switch (event) {
            case AccessPointAdded e ->
                List.of(put(new AccessPoint.Partial(
                        ObjectMeta.created(e.accessPoint(), e.uid(), recorded),
                        new AccessPoint.Spec(e.site(), e.use(), e.offeredTo()))));
            case AccessPointChanged e -> List.of(put(reoffered(e)));
            case AccessPointAddressSet e -> {
                AccessPoint point = entities.get(AccessPoint.KIND, e.accessPoint());
                yield List.of(
                        put(new AccessPoint.Requested(point.meta().changed(recorded), point.spec(), e.address())));
            }
            case AccessPointReady e -> {
                AccessPoint point = entities.get(AccessPoint.KIND, e.accessPoint());
                AccessPoint.Address address = point.knownAddress().orElseThrow(() -> impossible(point));
                yield List.of(put(new AccessPoint.Ready(point.meta(), point.spec(), address)));
            }
            case AccessPointRemoved e -> accessPointRemoved(e.accessPoint());
        };
    }

    private AccessPoint reoffered(AccessPointChanged e) {
        AccessPoint point = entities.get(AccessPoint.KIND, e.accessPoint());
        ObjectMeta meta = point.meta().changed(recorded);
        AccessPoint.Spec spec =
                new AccessPoint.Spec(point.spec().site(), point.spec().use(), e.offeredTo());
        return switch (point) {
            case AccessPoint.Partial p -> new AccessPoint.Partial(meta, spec);
            case AccessPoint.Requested p -> new AccessPoint.Requested(meta, spec, p.address());
            case AccessPoint.Ready p -> new AccessPoint.Ready(meta, spec, p.address());
        };
    }

    private List<Change> accessPointRemoved(Name accessPoint) {
        List<Change> changes = new ArrayList<>();
        removeWhere(changes, InterRouterLink.KIND, link -> link.accessPoint().equals(accessPoint));
        removeCertificates(changes, new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, accessPoint));
        changes.add(remove(AccessPoint.KIND.key(accessPoint)));
        return changes;
    }

    private List<Change> link(OfLink event) {
        return switch (event) {
            case InteriorSitesLinked e ->
                List.of(put(new InterRouterLink(
                        ObjectMeta.created(e.link(), e.uid(), recorded),
                        e.from(),
                        e.accessPoint(),
                        e.cost(),
                        new Health.Configured())));
            case LinkCostChanged e -> {
                InterRouterLink link = entities.get(InterRouterLink.KIND, e.link());
                yield List.of(put(new InterRouterLink(
                        link.meta().changed(recorded), link.from(), link.accessPoint(), e.cost(), link.health())));
            }
            case LinkReported e -> {
                Health health = e.up() ? new Health.Up(recorded.at()) : new Health.Down(recorded.at(), e.cause());
                yield List.of(put(entities.get(InterRouterLink.KIND, e.link()).with(health)));
            }
            case InteriorSitesUnlinked e -> List.of(remove(InterRouterLink.KIND.key(e.link())));
        };
    }

    private TlsCertificate certificate(OfCertificate event) {
        return switch (event) {
            case CertificateRequested e ->
                new TlsCertificate.Requested(
                        new ObjectMeta(
                                e.certificate().toString(),
                                e.certificate(),
                                recorded.revision(),
                                recorded.at(),
                                recorded.at()),
                        e.subject());
            case CertificateIssued e -> {
                TlsCertificate certificate = certificateOf(e);
                yield new TlsCertificate.Issued(certificate.meta(), certificate.subject(), e.signed());
            }
            case CertificateFailed e -> {
                TlsCertificate certificate = certificateOf(e);
                yield new TlsCertificate.Failed(certificate.meta(), certificate.subject(), e.cause());
            }
        };
    }

    private TlsCertificate certificateOf(OfCertificate event) {
        return entities.find(TlsCertificate.KIND.key(event.certificate()))
                .map(TlsCertificate.class::cast)
                .orElseThrow(() -> new IllegalStateException(event + " concerns no certificate of this stream"));
    }

    private void removeCertificates(List<Change> changes, CertificateSubject subject) {
        removeWhere(changes, TlsCertificate.KIND, c -> c.subject().equals(subject));
    }

    private <S extends Entity> void removeWhere(List<Change> changes, Kind<S> kind, Predicate<S> condition) {
        entities.list(kind).stream().filter(condition).forEach(entity -> changes.add(remove(entity.key())));
    }

    private Backbone backbone() {
        return entities.get(Backbone.KIND, entities.stream().name());
    }

    private IllegalStateException impossible(Entity entity) {
        return new IllegalStateException(recorded.event() + " cannot happen to " + entity);
    }
}
