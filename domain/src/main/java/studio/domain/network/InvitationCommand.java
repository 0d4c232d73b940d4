package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** Commands about one invitation. */
public sealed interface InvitationCommand extends NetworkCommand {

    /** The invitation. */
    Name invitation();

    @Override
    default EntityKey subject(StreamKey stream) {
        return MemberInvitation.KIND.key(invitation());
    }

    /** Makes an invitation. */
    record CreateInvitation(Name invitation, MemberInvitation.Terms terms, List<EdgeLink.Wanted> edgeLinks)
            implements InvitationCommand {}

    /** Gives the invitation other terms, which those who have joined do not feel, or other links; what is absent stays. */
    record ChangeInvitation(
            Name invitation, Optional<MemberInvitation.Terms> terms, Optional<List<EdgeLink.Wanted>> edgeLinks)
            implements InvitationCommand {}

    /** Gives the invitation a further token, as SHA-256; in place of all earlier ones if {@code replace} says so. */
    record ReissueInvitation(Name invitation, Digest tokenHash, boolean replace) implements InvitationCommand {}

    /** Lets nobody in any more. */
    record RevokeInvitation(Name invitation) implements InvitationCommand {}

    /** The clock: the join deadline has passed. */
    record ExpireInvitation(Name invitation) implements InvitationCommand {}

    /**
     * A site asks to be let in.
     *
     * @param invitation         the invitation
     * @param tokenHash          SHA-256 of the token that it holds
     * @param site               the name that it would like; one is made if absent
     * @param keyDigest          SHA-256 of its public key: the same key is the same site
     * @param certificateRequest its certificate request, in PEM
     * @param platform           what it runs on
     * @param metadata           what the invitation asks for
     * @param policy             what whoever runs it decided about changes
     */
    record ClaimInvitation(
            Name invitation,
            Digest tokenHash,
            Optional<Name> site,
            Digest keyDigest,
            String certificateRequest,
            Platform platform,
            Set<Label> metadata,
            AcceptancePolicy policy)
            implements InvitationCommand {}
}
