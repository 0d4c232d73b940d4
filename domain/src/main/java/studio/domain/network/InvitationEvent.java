package studio.domain.network;

import java.util.Set;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens to one invitation and its links. */
public sealed interface InvitationEvent extends NetworkEvent {

    /** The invitation. */
    Name invitation();

    @Override
    default EntityKey subject(StreamKey stream) {
        return MemberInvitation.KIND.key(invitation());
    }

    /** There is an invitation. */
    record InvitationCreated(Name invitation, Uid uid, MemberInvitation.Terms terms, Set<Ref> siteClasses)
            implements InvitationEvent {

        /** Keeps its own copy. */
        public InvitationCreated {
            siteClasses = Set.copyOf(siteClasses);
        }
    }

    /** The invitation has these terms now. */
    record InvitationChanged(Name invitation, MemberInvitation.Terms terms, Set<Ref> siteClasses)
            implements InvitationEvent {

        /** Keeps its own copy. */
        public InvitationChanged {
            siteClasses = Set.copyOf(siteClasses);
        }
    }

    /** The invitation opens with that token as well, or with that alone. */
    record InvitationReissued(Name invitation, Digest tokenHash, boolean replace) implements InvitationEvent {}

    /** The invitation lets nobody in any more. */
    record InvitationRevoked(Name invitation) implements InvitationEvent {}

    /** None of the invitation's links as they are now leads to an attachment that is there: it waits for one. */
    record InvitationRequested(Name invitation) implements InvitationEvent {}

    /** The invitation lets sites in. */
    record InvitationReady(Name invitation) implements InvitationEvent {}

    /** The invitation has let in as many as it may. */
    record InvitationExhausted(Name invitation) implements InvitationEvent {}

    /** The invitation's deadline has passed. */
    record InvitationExpired(Name invitation) implements InvitationEvent {}

    /** The sites of the invitation connect there, in that order. */
    record EdgeLinkSet(Name invitation, Name accessPoint, Uid uid, int priority) implements InvitationEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return EdgeLink.key(invitation, accessPoint);
        }
    }

    /** The sites of the invitation do not connect there any more. */
    record EdgeLinkRemoved(Name invitation, Name accessPoint) implements InvitationEvent {
        @Override
        public EntityKey subject(StreamKey stream) {
            return EdgeLink.key(invitation, accessPoint);
        }
    }
}
