package studio.domain.backbone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.InteriorSite.Deployment;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;

/**
 * What follows from a command's events in the rest of the backbone: an authority's certificate makes the backbone ready, that
 * makes its sites ready, a deployed site makes those that link to it reachable, and the last clean-up deletes.
 */
final class Consequences {

    private final Overlay after;
    private final Instant now;
    private final List<BackboneEvent> events = new ArrayList<>();

    private Consequences(Entities before, Instant now) {
        this.after = new Overlay(before);
        this.now = now;
    }

    static Decision<BackboneEvent> of(Decision<BackboneEvent> decision, Entities before, Instant now) {
        return switch (decision) {
            case Decision.Rejected<BackboneEvent> rejected -> rejected;
            case Decision.Accepted<BackboneEvent> accepted
            when accepted.events().isEmpty() -> accepted;
            case Decision.Accepted<BackboneEvent> accepted -> {
                Consequences consequences = new Consequences(before, now);
                accepted.events().forEach(consequences::happens);
                consequences.follow();
                yield Decision.accept(consequences.events);
            }
        };
    }

    private void happens(BackboneEvent event) {
        events.add(event);
        // The revision is the shell's to give; nothing here looks at it.
        after.apply(BackboneEvolution.evolve(new Recorded<>(0, now, event), after));
    }

    private void follow() {
        if (waitsForAuthorities() && authoritiesIssued()) {
            happens(new BackboneReady());
        }
        after.list(AccessPoint.KIND).forEach(this::followAccessPoint);
        if (BackboneAccess.present(after).orElse(null) instanceof Backbone.Ready) {
            after.list(InteriorSite.KIND).forEach(this::followSite);
        }
        if (BackboneAccess.present(after).orElse(null) instanceof Backbone.Deleting
                && after.list(InteriorSite.KIND).stream().noneMatch(InteriorSiteRules::mustCleanUp)) {
            happens(new BackboneDeleted());
        }
    }

    private boolean waitsForAuthorities() {
        return BackboneAccess.present(after)
                .filter(backbone -> backbone instanceof Backbone.Requested || backbone instanceof Backbone.Failed)
                .isPresent();
    }

    private boolean authoritiesIssued() {
        return after.list(TlsCertificate.KIND).stream()
                .filter(CertificateRules::isAuthority)
                .allMatch(TlsCertificate.Issued.class::isInstance);
    }

    private void followAccessPoint(AccessPoint point) {
        Name name = Name.of(point.meta().name());
        if (point instanceof AccessPoint.Requested && hasCertificate(name)) {
            happens(new AccessPointReady(name));
        }
    }

    /** The newest request counts: a change of host asks for another certificate. Uids order by time. */
    private boolean hasCertificate(Name accessPoint) {
        CertificateSubject subject = new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, accessPoint);
        Optional<TlsCertificate> newest = after.list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().equals(subject))
                .max(Comparator.comparing(certificate -> certificate.meta().uid()));
        return newest.orElse(null) instanceof TlsCertificate.Issued;
    }

    private void followSite(InteriorSite site) {
        Name name = Name.of(site.meta().name());
        Deployment wanted = linksToDeployedSite(name) ? Deployment.AUTOMATIC : Deployment.BOOTSTRAP;
        boolean news = switch (site) {
            case InteriorSite.Requested requested -> true;
            case InteriorSite.Ready ready -> ready.deployment() != wanted;
            case InteriorSite.Deployed deployed -> false;
            case InteriorSite.Deleting deleting -> false;
        };
        if (news) {
            happens(new InteriorSiteReady(name, wanted));
        }
    }

    private boolean linksToDeployedSite(Name site) {
        return after.list(InterRouterLink.KIND).stream()
                .filter(link -> link.from().equals(site))
                .map(link ->
                        after.get(AccessPoint.KIND, link.accessPoint()).spec().site())
                .anyMatch(to -> after.get(InteriorSite.KIND, to) instanceof InteriorSite.Deployed);
    }
}
