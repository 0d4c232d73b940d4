package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/** Finds and counts sites without looking at all of them. */
final class Members {

    private Members() {}

    /** How many sites there are, those included that are gone and may still hold something. */
    static long count(Entities entities) {
        return entities.find(Census.KIND, entities.stream().name())
                .map(Census::sites)
                .orElse(0L);
    }

    /** The site of that uid, if there is one. */
    static Optional<MemberSite> find(Uid site, Entities entities) {
        return entities.find(SiteIndex.key(site))
                .map(SiteIndex.class::cast)
                .map(index -> entities.get(MemberSite.KIND, index.site()));
    }

    static void countSites(long more, Overlay after) {
        Census census = after.get(Census.KIND, after.stream().name());
        after.put(new Census(census.meta(), census.sites() + more));
    }

    /** Counts an admission, or takes one back; the invitation's name may be another one's by now. */
    static void countAdmitted(Ref invitation, long more, Overlay after) {
        after.find(MemberInvitation.KIND, invitation.name())
                .filter(there -> there.ref().equals(invitation))
                .ifPresent(there -> after.put(there.with(there.meta(), there.spec(), there.admitted() + more)));
    }

    /** Counts a member with these classes, or one less. A class that is gone counts no more. */
    static void countClasses(Set<Ref> siteClasses, long more, Recorded<NetworkEvent> recorded, Overlay after) {
        siteClasses.forEach(
                siteClass -> SiteClass.find(siteClass, after).ifPresent(present -> after.put(present.counting(more))));
        EntityKey key = ClassSet.key(siteClasses);
        Optional<ClassSet> old = after.find(key).map(ClassSet.class::cast);
        long sites = old.map(ClassSet::sites).orElse(0L) + more;
        if (sites == 0) {
            after.apply(List.of(Change.remove(key)));
        } else {
            ObjectMeta meta = old.map(ClassSet::meta).orElseGet(() -> meta(key, recorded, after));
            after.put(new ClassSet(meta, siteClasses, sites));
        }
    }

    private static ObjectMeta meta(EntityKey key, Recorded<NetworkEvent> recorded, Overlay after) {
        Uid network = after.get(Network.KIND, after.stream().name()).meta().uid();
        return new ObjectMeta(key.name(), network, recorded.revision(), recorded.at(), recorded.at());
    }
}
