package studio.domain.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;
import studio.domain.network.HomeEvent.HomeReady;
import studio.domain.network.MemberEvent.SiteJoined;
import studio.domain.network.NetworkEvent.NetworkActivated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkEvent.NetworkFailed;
import studio.domain.network.NetworkEvent.NetworkRequested;

/**
 * What follows from a command's events in the rest of the network: when its time has come and what it needs is there it becomes
 * active, an invitation that somebody changed or that let somebody in opens or closes, and the last clean-up deletes. Looks at the
 * attachments and at the invitation that an event concerns, never at all sites.
 */
final class Consequences {

    private final Entities before;
    private final Overlay after;
    private final Instant now;
    private final List<NetworkEvent> events = new ArrayList<>();
    private final SortedSet<Name> touched = new TreeSet<>();
    private final List<Uid> issued = new ArrayList<>();
    private final Set<Uid> moved = new HashSet<>();
    private boolean hasMoved;

    private Consequences(Entities before, Instant now) {
        this.before = before;
        this.after = new Overlay(before);
        this.now = now;
    }

    static Decision<NetworkEvent> of(Decision<NetworkEvent> decision, Entities before, Instant now) {
        return switch (decision) {
            case Decision.Rejected<NetworkEvent> rejected -> rejected;
            case Decision.Accepted<NetworkEvent> accepted when accepted.events().isEmpty() -> accepted;
            case Decision.Accepted<NetworkEvent> accepted -> {
                Consequences consequences = new Consequences(before, now);
                accepted.events().forEach(consequences::happens);
                consequences.follow();
                yield Decision.accept(consequences.events);
            }
        };
    }

    private void happens(NetworkEvent event) {
        touch(event);
        events.add(event);
        // The revision is the shell's to give; nothing here looks at it.
        after.apply(NetworkEvolution.evolve(new Recorded<>(0, now, event), after));
    }

    /** Notes whose invitation may open or close by that event, and whose places at ingresses may change hands. */
    private void touch(NetworkEvent event) {
        switch (event) {
            case InvitationEvent e -> touched.add(e.invitation());
            case MemberEvent.SiteAdmitted e -> touched.add(e.invitation().name());
            case MemberEvent.SiteAbandoned e ->
                touched.add(after.get(MemberSite.KIND, e.site().name())
                        .spec()
                        .invitation()
                        .name());
            case MemberEvent.SiteReclassified e -> {
                hasMoved = true;
                moved.add(e.site().uid());
            }
            case MemberEvent.SiteEvicted e -> hasMoved = true;
            case MemberEvent.SiteLeft e -> hasMoved = true;
            case MemberEvent.SiteRemoved e -> hasMoved = true;
            case SiteClassEvent.SiteClassRemoved e -> hasMoved = true;
            case CertificateIssued e -> issued.add(e.certificate());
            case NetworkEvent e -> {}
        }
    }

    private void follow() {
        issued.forEach(this::followCertificate);
        if (isNow(Network.Deleting.class)) {
            if (Members.count(after) == 0) {
                happens(new NetworkDeleted(0));
            }
            return;
        }
        followNetwork();
        List.copyOf(touched).forEach(this::followInvitation);
        // A site that has other classes may get a place at an ingress, and one that goes leaves its place to another.
        if (hasMoved) {
            Peers.admissions(moved, before, after).forEach(this::happens);
        }
    }

    private void followCertificate(Uid uid) {
        CertificateSubject subject = ((TlsCertificate) after.get(TlsCertificate.KIND.key(uid))).subject();
        NetworkCertificates.siteOf(subject, after)
                .filter(MemberSite.Joining.class::isInstance)
                .ifPresent(site -> happens(new SiteJoined(site.ref())));
        NetworkCertificates.homeOf(subject, after)
                .filter(Home.Requested.class::isInstance)
                .ifPresent(home -> happens(new HomeReady()));
    }

    private void followNetwork() {
        if (isNow(Network.Scheduled.class)
                && NetworkAccess.present(after)
                        .filter(network -> NetworkRules.hasBegun(network, now))
                        .isPresent()) {
            happens(new NetworkRequested());
        }
        if (isNow(Network.Failed.class) && Readiness.failure(after).isEmpty()) {
            happens(new NetworkRequested());
        }
        if (isNow(Network.Requested.class)) {
            Optional<String> failure = Readiness.failure(after);
            if (failure.isPresent()) {
                happens(new NetworkFailed(failure.get()));
            } else if (Readiness.isComplete(after)) {
                happens(new NetworkActivated());
            }
        }
    }

    private boolean isNow(Class<? extends Network> state) {
        return NetworkAccess.present(after).filter(state::isInstance).isPresent();
    }

    private void followInvitation(Name name) {
        after.find(MemberInvitation.KIND, name)
                .flatMap(invitation -> InvitationRules.transition(invitation, after, now))
                .ifPresent(this::happens);
    }
}
