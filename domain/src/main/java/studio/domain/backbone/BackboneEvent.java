package studio.domain.backbone;

import java.util.Optional;
import studio.domain.certificate.CertificateEvent;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What happens in a backbone's stream. */
public sealed interface BackboneEvent extends Event
        permits BackboneEvent.BackboneCreated,
                BackboneEvent.BackboneChanged,
                BackboneEvent.BackboneReady,
                BackboneEvent.BackboneFailed,
                BackboneEvent.BackboneDeletionRequested,
                BackboneEvent.BackboneDeleted,
                BackboneEvent.OfSite,
                BackboneEvent.OfAccessPoint,
                BackboneEvent.OfLink,
                BackboneEvent.OfAttachment,
                CertificateEvent {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Backbone.KIND.key(stream.name());
    }

    /** There is a backbone. */
    record BackboneCreated(Uid uid, Owners owners, Owners offeredTo) implements BackboneEvent {}

    /** The backbone's owners, and those to whom it is offered, are these now. */
    record BackboneChanged(Owners owners, Owners offeredTo) implements BackboneEvent {}

    /** Both authorities are there. */
    record BackboneReady() implements BackboneEvent {}

    /** One of the authorities could not be made. */
    record BackboneFailed(String cause) implements BackboneEvent {}

    /** The backbone will go when its deployed sites have cleaned up. */
    record BackboneDeletionRequested() implements BackboneEvent {}

    /** The backbone and all that was in it are gone. */
    record BackboneDeleted() implements BackboneEvent {}

    /** Events about one interior site. */
    sealed interface OfSite extends BackboneEvent {

        /** The site. */
        Name site();

        @Override
        default EntityKey subject(StreamKey stream) {
            return InteriorSite.KIND.key(site());
        }
    }

    /** There is a site. */
    record InteriorSiteAdded(Name site, Uid uid, Platform platform, Optional<String> location) implements OfSite {}

    /** The site's location label is this now. */
    record InteriorSiteChanged(Name site, Optional<String> location) implements OfSite {}

    /** An agent may claim the site with that token, and with no earlier one. */
    record InteriorSiteInvited(Name site, Digest tokenHash) implements OfSite {}

    /** The agent with that key claimed the site; the token is used up. */
    record InteriorSiteClaimed(Name site, Digest keyDigest) implements OfSite {}

    /** The site may be deployed, in that way. */
    record InteriorSiteReady(Name site, InteriorSite.Deployment deployment) implements OfSite {}

    /** The site is deployed, and was heard of or lost. */
    record InteriorSiteReported(Name site, InteriorSite.Reach reach) implements OfSite {}

    /** The site will go when it has cleaned up. */
    record InteriorSiteRemovalRequested(Name site) implements OfSite {}

    /** The site, its access points, and the links from and to it are gone. */
    record InteriorSiteRemoved(Name site) implements OfSite {}

    /** Events about one access point. */
    sealed interface OfAccessPoint extends BackboneEvent {

        /** The access point. */
        Name accessPoint();

        @Override
        default EntityKey subject(StreamKey stream) {
            return AccessPoint.KIND.key(accessPoint());
        }
    }

    /** There is an access point. */
    record AccessPointAdded(Name accessPoint, Uid uid, Name site, AccessPoint.Use use, Owners offeredTo)
            implements OfAccessPoint {}

    /** The access point is offered to these now. */
    record AccessPointChanged(Name accessPoint, Owners offeredTo) implements OfAccessPoint {}

    /** The access point listens there. */
    record AccessPointAddressSet(Name accessPoint, AccessPoint.Address address) implements OfAccessPoint {}

    /** The access point has its server certificate. */
    record AccessPointReady(Name accessPoint) implements OfAccessPoint {}

    /** The access point will go when the networks attached to it, which drain, have let go of it. */
    record AccessPointRemovalRequested(Name accessPoint) implements OfAccessPoint {}

    /** The access point, the links to it and the attachments are gone. */
    record AccessPointRemoved(Name accessPoint) implements OfAccessPoint {}

    /** Events about one link. */
    sealed interface OfLink extends BackboneEvent {

        /** The link. */
        Name link();

        @Override
        default EntityKey subject(StreamKey stream) {
            return InterRouterLink.KIND.key(link());
        }
    }

    /** There is a link. */
    record InteriorSitesLinked(Name link, Uid uid, Name from, Name accessPoint, int cost) implements OfLink {}

    /** The link's cost is this now. */
    record LinkCostChanged(Name link, int cost) implements OfLink {}

    /** The link is gone. */
    record InteriorSitesUnlinked(Name link) implements OfLink {}

    /** The link carries traffic now, or doesn't. */
    record LinkReported(Name link, boolean up, Optional<String> cause) implements OfLink {}

    /** Events about one attachment. */
    sealed interface OfAttachment extends BackboneEvent {

        /** The attachment. */
        Uid attachment();

        @Override
        default EntityKey subject(StreamKey stream) {
            return NetworkAttachment.KIND.key(attachment());
        }
    }

    /** The network has that port of the access point. */
    record NetworkAttached(
            Uid attachment,
            Name network,
            Uid networkUid,
            Name accessPoint,
            int port,
            NetworkAttachment.Authority authority)
            implements OfAttachment {}

    /**
     * Those for whom this authority signed are let in now; the ordinal rises.
     *
     * @param endOld whether all connections must end, because some were made by an authority that is not trusted any more
     */
    record AttachmentChanged(Uid attachment, NetworkAttachment.Authority authority, boolean endOld)
            implements OfAttachment {

        /** A change that nobody notices who is connected. */
        public AttachmentChanged(Uid attachment, NetworkAttachment.Authority authority) {
            this(attachment, authority, false);
        }
    }

    /** The site's router listens for the network. */
    record AttachmentReady(Uid attachment) implements OfAttachment {}

    /** The member site is kept out; the ordinal and the oldest valid one rise, so that all connections end. */
    record MemberDenied(Uid attachment, Uid site) implements OfAttachment {}

    /** The member site is let in again; the ordinals stay. */
    record MemberAllowed(Uid attachment, Uid site) implements OfAttachment {}

    /** The network's home is that one, which alone answers at the address of the network's feed; the ordinals stay. */
    record HomeAdmitted(Uid attachment, Uid home) implements OfAttachment {}

    /** The network is detached and its port free. */
    record AttachmentReleased(Uid attachment) implements OfAttachment {}
}
