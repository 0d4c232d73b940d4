package studio.domain.network;

import java.util.Set;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What happens to one member site. */
public sealed interface MemberEvent extends NetworkEvent {

    /** The site, by the name that it had when this happened. */
    Ref site();

    @Override
    default EntityKey subject(StreamKey stream) {
        return MemberSite.KIND.key(site().name());
    }

    /** An invitation let the site in. It waits for its certificate. */
    record SiteAdmitted(
            Ref site,
            Ref invitation,
            Set<Ref> siteClasses,
            Platform platform,
            Digest keyDigest,
            Set<Label> metadata,
            AcceptancePolicy policy)
            implements MemberEvent {

        /** Keeps its own copies. */
        public SiteAdmitted {
            siteClasses = Set.copyOf(siteClasses);
            metadata = Set.copyOf(metadata);
        }
    }

    /** The site has its certificate. */
    record SiteJoined(Ref site) implements MemberEvent {}

    /** The site got no certificate in time; its place is given back. */
    record SiteAbandoned(Ref site) implements MemberEvent {}

    /** The site's agent reported, and so runs. */
    record SiteReported(Ref site, long seq) implements MemberEvent {}

    /** The site was not heard of for too long. */
    record SiteLost(Ref site) implements MemberEvent {}

    /** The site has another name. */
    record SiteRenamed(Ref site, Name newName) implements MemberEvent {}

    /** The site has these classes now. */
    record SiteReclassified(Ref site, Set<Ref> siteClasses) implements MemberEvent {

        /** Keeps its own copy. */
        public SiteReclassified {
            siteClasses = Set.copyOf(siteClasses);
        }
    }

    /** The application is stopped at the site. */
    record SitePaused(Ref site) implements MemberEvent {}

    /** The application goes on at the site. */
    record SiteResumed(Ref site) implements MemberEvent {}

    /** The site decided what happens to changes that nobody looked at. */
    record AcceptancePolicySet(Ref site, AcceptancePolicy policy) implements MemberEvent {}

    /** The site was shut out. Its certificate is worth nothing from now on. */
    record SiteEvicted(Ref site, String cause) implements MemberEvent {}

    /** The site left, and may still have to clean up. */
    record SiteLeft(Ref site) implements MemberEvent {}

    /** Nothing of the network is left at the site. */
    record SiteRemoved(Ref site) implements MemberEvent {}
}
