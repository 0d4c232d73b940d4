package studio.domain.backbone;

import java.util.Optional;
import studio.domain.certificate.CertificateCommand;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What one may ask of a backbone's stream. */
public sealed interface BackboneCommand extends Command
        permits BackboneCommand.CreateBackbone,
                BackboneCommand.ChangeBackbone,
                BackboneCommand.DeleteBackbone,
                BackboneCommand.OfSite,
                BackboneCommand.OfAccessPoint,
                BackboneCommand.OfLink,
                BackboneCommand.AttachNetwork,
                BackboneCommand.OfAttachment,
                CertificateCommand {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Backbone.KIND.key(stream.name());
    }

    /** Makes the backbone; without owners it belongs to whoever asks. */
    record CreateBackbone(Owners owners, Owners offeredTo) implements BackboneCommand {}

    /** Gives the backbone to other owners, or offers it to others; what is absent stays. */
    record ChangeBackbone(Optional<Owners> owners, Optional<Owners> offeredTo) implements BackboneCommand {}

    /**
     * Takes the backbone away with all that is in it, once its deployed sites have cleaned up; at once if forced.
     *
     * @param cascade also while networks are attached, once they have let go of it
     */
    record DeleteBackbone(boolean force, boolean cascade) implements BackboneCommand {

        /** The same while no network is attached. */
        public DeleteBackbone(boolean force) {
            this(force, false);
        }
    }

    /** Commands about one interior site. */
    sealed interface OfSite extends BackboneCommand {

        /** The site. */
        Name site();

        @Override
        default EntityKey subject(StreamKey stream) {
            return InteriorSite.KIND.key(site());
        }
    }

    /** Adds a site to the backbone. */
    record AddInteriorSite(Name site, Platform platform, Optional<String> location) implements OfSite {}

    /** Gives the site another location label, or none. */
    record ChangeInteriorSite(Name site, Optional<String> location) implements OfSite {}

    /**
     * Takes the site away with its access points and links, once it has cleaned up; at once if forced.
     *
     * @param cascade also while networks are attached to its access points
     */
    record RemoveInteriorSite(Name site, boolean force, boolean cascade) implements OfSite {

        /** The same while no network is attached. */
        public RemoveInteriorSite(Name site, boolean force) {
            this(site, force, false);
        }
    }

    /** Gives the site the token with which an agent will claim it, as SHA-256; an earlier one is no longer of use. */
    record InviteInteriorSite(Name site, Digest tokenHash) implements OfSite {}

    /**
     * An agent claims the site.
     *
     * @param tokenHash          SHA-256 of the token that it holds
     * @param keyDigest          SHA-256 of its public key: the same key has the same answer
     * @param certificateRequest its certificate request, in PEM
     */
    record ClaimInteriorSite(Name site, Digest tokenHash, Digest keyDigest, String certificateRequest)
            implements OfSite {}

    /** What is seen of a site. */
    record ReportInteriorSite(Name site, Sighting sighting) implements OfSite {

        /** What can be seen of a site. */
        public enum Sighting {
            /** Its agent reports. */
            ACTIVE,
            /** Its agent has been silent for too long. */
            LOST,
            /** Its agent has cleaned up after being told to. */
            CLEANED_UP
        }
    }

    /** Commands about one access point. */
    sealed interface OfAccessPoint extends BackboneCommand {

        /** The access point. */
        Name accessPoint();

        @Override
        default EntityKey subject(StreamKey stream) {
            return AccessPoint.KIND.key(accessPoint());
        }
    }

    /** Adds an access point to a site. */
    record AddAccessPoint(
            Name accessPoint, Name site, AccessPoint.Use use, Owners offeredTo, Optional<AccessPoint.Address> address)
            implements OfAccessPoint {}

    /** Offers a member access point to others. */
    record ChangeAccessPoint(Name accessPoint, Owners offeredTo) implements OfAccessPoint {}

    /** Says where the access point listens. */
    record SetAccessPointAddress(Name accessPoint, AccessPoint.Address address) implements OfAccessPoint {}

    /**
     * Takes the access point away.
     *
     * @param cascade with the links to it, and once attached networks have let go of it; otherwise it stays while there are any
     */
    record RemoveAccessPoint(Name accessPoint, boolean cascade) implements OfAccessPoint {}

    /** Commands about one link. */
    sealed interface OfLink extends BackboneCommand {

        /** The link. */
        Name link();

        @Override
        default EntityKey subject(StreamKey stream) {
            return InterRouterLink.KIND.key(link());
        }
    }

    /** Lets a site's router connect to another site's peer access point. */
    record LinkInteriorSites(Name link, Name from, Name accessPoint, int cost) implements OfLink {}

    /** Gives the link another cost. */
    record ChangeLinkCost(Name link, int cost) implements OfLink {}

    /** Takes the link away. */
    record UnlinkInteriorSites(Name link) implements OfLink {}

    /** What the connecting site's agent sees of the link. */
    record ReportLink(Name link, boolean up, Optional<String> cause) implements OfLink {}

    /** Gives a network a port of a member access point that is offered to one of the network's owners. */
    record AttachNetwork(
            Name network, Uid networkUid, Owners owners, Name accessPoint, NetworkAttachment.Authority authority)
            implements BackboneCommand {
        @Override
        public EntityKey subject(StreamKey stream) {
            return AccessPoint.KIND.key(accessPoint);
        }
    }

    /** Commands about one attachment. */
    sealed interface OfAttachment extends BackboneCommand {

        /** The attachment. */
        Uid attachment();

        @Override
        default EntityKey subject(StreamKey stream) {
            return NetworkAttachment.KIND.key(attachment());
        }
    }

    /**
     * Lets in those for whom another authority of the network signed.
     *
     * @param endOld whether all connections must end, because some were made by an authority that is not trusted any more
     */
    record ChangeAttachment(Uid attachment, NetworkAttachment.Authority authority, boolean endOld)
            implements OfAttachment {

        /** A change that nobody notices who is connected. */
        public ChangeAttachment(Uid attachment, NetworkAttachment.Authority authority) {
            this(attachment, authority, false);
        }
    }

    /** Notes that the site's router listens for the network. */
    record RecordAttachmentReady(Uid attachment) implements OfAttachment {}

    /** Keeps a member site out, and ends its connections with those of all others, who come back. */
    record DenyMember(Uid attachment, Uid site) implements OfAttachment {}

    /** Lets a member site in again. */
    record AllowMember(Uid attachment, Uid site) implements OfAttachment {}

    /** Lets that home, and no other, answer at the address of the network's feed. */
    record AdmitHome(Uid attachment, Uid home) implements OfAttachment {}

    /** Gives the network's port back. */
    record ReleaseAttachment(Uid attachment) implements OfAttachment {}
}
