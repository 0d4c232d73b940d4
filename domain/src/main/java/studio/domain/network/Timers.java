package studio.domain.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.certificate.CertificateRules;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.Timer;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.NetworkCommand.ActivateNetwork;
import studio.domain.network.NetworkCommand.ExpireNetwork;
import studio.domain.network.NetworkCommand.PurgeNetwork;

/** What the clock owes each entity of a network. */
final class Timers {

    /** How long a site that was let in may be without a certificate. */
    static final Duration JOIN_TIME = Duration.ofHours(1);

    private Timers() {}

    static List<Timer> of(Entity entity) {
        return switch (entity) {
            case Network network -> ofNetwork(network);
            case MemberInvitation invitation -> ofInvitation(invitation);
            case MemberSite.Joining site ->
                List.of(new Timer(
                        "abandon",
                        site.meta().createdAt().plus(JOIN_TIME),
                        new AbandonJoin(site.meta().uid())));
            case TlsCertificate certificate -> CertificateRules.timers(certificate);
            case Entity other -> List.of();
        };
    }

    private static List<Timer> ofNetwork(Network network) {
        Optional<Timer> expiry =
                network.spec().schedule().endTime().map(end -> new Timer("expire", end, new ExpireNetwork()));
        return switch (network) {
            case Network.Scheduled n ->
                Stream.concat(
                                n.spec().schedule().startTime().stream()
                                        .map(start -> new Timer("activate", start, new ActivateNetwork())),
                                expiry.stream())
                        .toList();
            case Network.Requested n -> expiry.stream().toList();
            case Network.Active n -> expiry.stream().toList();
            case Network.Suspended n -> expiry.stream().toList();
            case Network.Failed n -> expiry.stream().toList();
            case Network.Expired n -> List.of();
            case Network.Deleting n -> List.of(new Timer("purge", n.purgeAt(), new PurgeNetwork()));
            case Network.Deleted n -> List.of();
        };
    }

    private static List<Timer> ofInvitation(MemberInvitation invitation) {
        boolean waits = switch (invitation) {
            case MemberInvitation.Requested i -> true;
            case MemberInvitation.Ready i -> true;
            case MemberInvitation.Exhausted i -> true;
            case MemberInvitation.Expired i -> false;
            case MemberInvitation.Revoked i -> false;
        };
        return invitation.spec().terms().joinDeadline().stream()
                .filter(deadline -> waits)
                .map(deadline -> new Timer(
                        "expire",
                        deadline,
                        new ExpireInvitation(Name.of(invitation.meta().name()))))
                .toList();
    }
}
