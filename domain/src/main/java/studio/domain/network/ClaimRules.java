package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.INVITATION_EXHAUSTED;
import static studio.domain.kernel.Rejection.Reason.INVITATION_EXPIRED;
import static studio.domain.kernel.Rejection.Reason.INVITATION_REVOKED;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NETWORK_DELETING;
import static studio.domain.kernel.Rejection.Reason.NETWORK_EXPIRED;
import static studio.domain.kernel.Rejection.Reason.NETWORK_SUSPENDED;
import static studio.domain.kernel.Rejection.Reason.NOT_YET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberEvent.SiteRemoved;

/** Who is let in. Costs the same however many sites there are. */
final class ClaimRules {

    /** Sites that a network can have. */
    static final long MAX_SITES = 200_000;

    private ClaimRules() {}

    static Decision<NetworkEvent> claim(
            ClaimInvitation command, MemberInvitation invitation, Network network, Entities entities, Facts facts) {
        if (!invitation.spec().tokenHashes().contains(command.tokenHash())) {
            return reject(InvitationRules.unknown(command.invitation()));
        }
        Optional<MemberSite> known = entities.find(SiteIndex.key(command.keyDigest()))
                .map(SiteIndex.class::cast)
                .map(index -> entities.get(MemberSite.KIND, index.site()));
        return known.filter(site -> !(site instanceof MemberSite.Left))
                .map(site -> again(site, invitation))
                .orElseGet(() -> unless(
                        closed(invitation, network, facts.now())
                                .or(() -> flaw(command, invitation, facts.now()))
                                .or(() -> full(entities)),
                        () -> accept(admitted(command, invitation, known, entities, facts))));
    }

    /** The same key is the same site and has the same answer, whatever happened to the invitation meanwhile. */
    private static Decision<NetworkEvent> again(MemberSite site, MemberInvitation invitation) {
        if (site instanceof MemberSite.Evicted) {
            return reject(FORBIDDEN, "the site with this key was shut out");
        }
        return site.spec().invitation().uid().equals(invitation.meta().uid())
                ? accept()
                : reject(Rejection.ofField(
                        ALREADY_EXISTS, "certificateRequest", "the site with this key joined by another invitation"));
    }

    /** What will not pass first: asking again is of use only if nothing but time or the owner's wish is missing. */
    private static Optional<Rejection> closed(MemberInvitation invitation, Network network, Instant now) {
        String name = "invitation '" + invitation.meta().name() + "'";
        if (invitation instanceof MemberInvitation.Revoked) {
            return Optional.of(Rejection.of(INVITATION_REVOKED, name + " was revoked"));
        }
        if (InvitationRules.isOver(invitation.spec().terms(), now)) {
            return Optional.of(Rejection.of(INVITATION_EXPIRED, name + " has expired"));
        }
        if (InvitationRules.isFull(invitation)) {
            return Optional.of(Rejection.of(INVITATION_EXHAUSTED, name + " has let in as many as it may"));
        }
        return closed(network, now)
                .or(() -> invitation instanceof MemberInvitation.Requested
                        ? Optional.of(Rejection.of(NOT_YET, name + " waits for an attachment to the backbone"))
                        : Optional.empty());
    }

    private static Optional<Rejection> closed(Network network, Instant now) {
        String name = "network '" + network.meta().name() + "'";
        if (network instanceof Network.Deleting) {
            return Optional.of(Rejection.of(NETWORK_DELETING, name + " is being deleted"));
        }
        if (network instanceof Network.Expired || NetworkRules.hasEnded(network, now)) {
            return Optional.of(Rejection.of(NETWORK_EXPIRED, name + " has expired"));
        }
        return switch (network) {
            case Network.Active n -> Optional.empty();
            case Network.Suspended n -> Optional.of(Rejection.of(NETWORK_SUSPENDED, name + " is suspended"));
            case Network n -> Optional.of(Rejection.of(NOT_YET, name + " is not active yet"));
        };
    }

    private static Optional<Rejection> flaw(ClaimInvitation command, MemberInvitation invitation, Instant now) {
        return Label.flaw("metadata", command.metadata())
                .or(() -> missing(command, invitation))
                .or(() -> command.policy().flaw("policy", now))
                .or(() -> Pem.flawedRequest("certificateRequest", Optional.of(command.certificateRequest())));
    }

    private static Optional<Rejection> missing(ClaimInvitation command, MemberInvitation invitation) {
        Set<String> told = command.metadata().stream().map(Label::key).collect(Collectors.toSet());
        return invitation.spec().terms().requiredMetadata().stream()
                .sorted()
                .filter(key -> !told.contains(key.value()))
                .findFirst()
                .map(key -> Rejection.ofField(INVALID_VALUE, "metadata." + key, "the invitation asks for it"));
    }

    private static Optional<Rejection> full(Entities entities) {
        return Members.count(entities) >= MAX_SITES
                ? Optional.of(Rejection.of(LIMIT_REACHED, "a network has at most " + MAX_SITES + " sites"))
                : Optional.empty();
    }

    /** A site that left and comes back with the same key is another incarnation in the same place. */
    private static List<NetworkEvent> admitted(
            ClaimInvitation command,
            MemberInvitation invitation,
            Optional<MemberSite> left,
            Entities entities,
            Facts facts) {
        List<NetworkEvent> events = new ArrayList<>();
        left.ifPresent(site -> events.add(new SiteRemoved(site.ref())));
        Uid uid = facts.ids().next();
        Name name = left.map(site -> site.ref().name())
                .filter(old ->
                        command.site().filter(wanted -> !wanted.equals(old)).isEmpty())
                .orElseGet(() -> SiteNames.free(command.site(), invitation, uid, entities, facts.ids()));
        events.add(new SiteAdmitted(
                new Ref(name, uid),
                invitation.ref(),
                present(invitation.spec().siteClasses(), entities),
                command.platform(),
                command.keyDigest(),
                command.metadata(),
                command.policy()));
        events.add(new CertificateRequested(
                facts.ids().next(), NetworkCertificates.site(uid), Optional.of(command.certificateRequest())));
        return events;
    }

    /** A class that is gone is nobody's any more, though the invitation was made when it was there. */
    private static Set<Ref> present(Set<Ref> siteClasses, Entities entities) {
        return siteClasses.stream()
                .filter(siteClass -> SiteClass.find(siteClass, entities).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
