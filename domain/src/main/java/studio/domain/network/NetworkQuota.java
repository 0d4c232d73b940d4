package studio.domain.network;

import java.util.Optional;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;
import studio.domain.network.InvitationEvent.InvitationCreated;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.user.Quota;

/**
 * What a network may hold by the quota of the user who pays for it. Looks at what is about to happen and not at what was asked, so that
 * whoever asks again for what it has gets it.
 */
public final class NetworkQuota {

    private NetworkQuota() {}

    /** Says why that event may not happen to these entities, if so. */
    public static Optional<Rejection> exceeded(NetworkEvent event, Entities before, Quota quota) {
        return switch (event) {
            case SiteAdmitted e ->
                Quota.exceeded("sitesPerNetwork", quota.sitesPerNetwork(), () -> Members.count(before));
            case InvitationCreated e ->
                Quota.exceeded("invitationsPerNetwork", quota.invitationsPerNetwork(), () -> open(before));
            case NetworkEvent e -> Optional.empty();
        };
    }

    /** Invitations that are not over: they let sites in, or would again if something changed that nobody has to ask for. */
    private static long open(Entities entities) {
        return entities.list(MemberInvitation.KIND).stream()
                .filter(invitation -> switch (invitation) {
                    case MemberInvitation.Requested i -> true;
                    case MemberInvitation.Ready i -> true;
                    case MemberInvitation.Exhausted i -> true;
                    case MemberInvitation.Expired i -> false;
                    case MemberInvitation.Revoked i -> false;
                })
                .count();
    }
}
