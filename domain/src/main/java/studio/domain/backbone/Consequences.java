package studio.domain.backbone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.backbone.BackboneEvent.AccessPointReady;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.BackboneReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteReady;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemovalRequested;
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
        if (isNow(Backbone.Ready.class)) {
            Set<Name> reachable = sitesThatLinkToDeployedOnes();
            after.list(InteriorSite.KIND).forEach(site -> followSite(site, reachable));
        }
        if (isNow(Backbone.Deleting.class)) {
            after.list(InteriorSite.KIND).forEach(this::cleanUp);
            if (BackboneRules.isEmpty(after)) {
                happens(new BackboneDeleted());
            }
        }
    }

    private boolean isNow(Class<? extends Backbone> state) {
        return BackboneAccess.present(after).filter(state::isInstance).isPresent();
    }

    /** A site that was bootstrapped before the deletion and is heard of only now must clean up like the others. */
    private void cleanUp(InteriorSite site) {
        if (site instanceof InteriorSite.Deployed) {
            happens(new InteriorSiteRemovalRequested(Name.of(site.meta().name())));
        }
    }

    private boolean waitsForAuthorities() {
        return isNow(Backbone.Requested.class) || isNow(Backbone.Failed.class);
    }

    private boolean authoritiesIssued() {
        return after.list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Issued.class::isInstance)
                .map(certificate -> certificate.subject().kind())
                .collect(Collectors.toSet())
                .containsAll(BackboneCertificates.AUTHORITIES);
    }

    private void followAccessPoint(AccessPoint point) {
        Name name = Name.of(point.meta().name());
        if (point instanceof AccessPoint.Requested && hasCertificate(name)) {
            happens(new AccessPointReady(name));
        }
        if (point instanceof AccessPoint.Deleting
                && AttachmentRules.at(name::equals, after).isEmpty()) {
            happens(new AccessPointRemoved(name));
        }
    }

    /** There is one at most: a change of host takes the certificate for the old one away. */
    private boolean hasCertificate(Name accessPoint) {
        CertificateSubject subject = new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, accessPoint);
        return after.list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Issued.class::isInstance)
                .anyMatch(certificate -> certificate.subject().equals(subject));
    }

    private void followSite(InteriorSite site, Set<Name> reachable) {
        Name name = Name.of(site.meta().name());
        Deployment wanted = reachable.contains(name) ? Deployment.AUTOMATIC : Deployment.BOOTSTRAP;
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

    private Set<Name> sitesThatLinkToDeployedOnes() {
        return after.list(InterRouterLink.KIND).stream()
                .filter(link -> after.get(InteriorSite.KIND, target(link)) instanceof InteriorSite.Deployed)
                .map(InterRouterLink::from)
                .collect(Collectors.toSet());
    }

    private Name target(InterRouterLink link) {
        return after.get(AccessPoint.KIND, link.accessPoint()).spec().site();
    }
}
