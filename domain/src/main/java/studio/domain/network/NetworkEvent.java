package studio.domain.network;

import java.time.Instant;
import studio.domain.certificate.CertificateEvent;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens in an application network's stream; what happens to its parts are types of their own. */
public sealed interface NetworkEvent extends Event
        permits AttachmentEvent,
                CertificateEvent,
                DecisionEvent,
                EndpointEvent,
                HomeEvent,
                InvitationEvent,
                MemberEvent,
                NetworkEvent.NetworkActivated,
                NetworkEvent.NetworkChanged,
                NetworkEvent.NetworkCreated,
                NetworkEvent.NetworkDeleted,
                NetworkEvent.NetworkDeletionRequested,
                NetworkEvent.NetworkExpired,
                NetworkEvent.NetworkFailed,
                NetworkEvent.NetworkRequested,
                NetworkEvent.NetworkResumed,
                NetworkEvent.NetworkSuspended,
                ServiceLinkEvent,
                SiteClassEvent {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Network.KIND.key(stream.name());
    }

    /** There is a network. */
    record NetworkCreated(Uid uid, Network.Spec spec) implements NetworkEvent {}

    /** The network's owners want this now. */
    record NetworkChanged(Network.Spec spec) implements NetworkEvent {}

    /** Its time has come, and it waits for what it needs. */
    record NetworkRequested() implements NetworkEvent {}

    /** All that it needs is there: it runs. */
    record NetworkActivated() implements NetworkEvent {}

    /** Something that it needs could not be made. */
    record NetworkFailed(String cause) implements NetworkEvent {}

    /** Its application is stopped everywhere. */
    record NetworkSuspended(String cause) implements NetworkEvent {}

    /** Its application goes on. */
    record NetworkResumed() implements NetworkEvent {}

    /** Its end time has passed. */
    record NetworkExpired() implements NetworkEvent {}

    /** Its sites are asked to clean up until then. */
    record NetworkDeletionRequested(Instant purgeAt) implements NetworkEvent {}

    /**
     * The network and all that was in it are gone.
     *
     * @param silentSites sites that had not confirmed that they have cleaned up
     */
    record NetworkDeleted(long silentSites) implements NetworkEvent {}
}
