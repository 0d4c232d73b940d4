package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.network.MemberEvent.AcceptancePolicySet;
import studio.domain.network.MemberEvent.SiteAbandoned;
import studio.domain.network.MemberEvent.SiteAdmitted;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.MemberEvent.SiteJoined;
import studio.domain.network.MemberEvent.SiteLeft;
import studio.domain.network.MemberEvent.SiteLost;
import studio.domain.network.MemberEvent.SitePaused;
import studio.domain.network.MemberEvent.SiteReclassified;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.MemberEvent.SiteRenamed;
import studio.domain.network.MemberEvent.SiteReported;
import studio.domain.network.MemberEvent.SiteResumed;

/** What each event changes in a member site, in what finds it, and in what is counted of it. */
final class MemberEvolution {

    private MemberEvolution() {}

    static List<Change> evolve(MemberEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        Overlay after = new Overlay(entities);
        switch (event) {
            case SiteAdmitted e -> admit(e, recorded, after);
            case SiteJoined e -> join(e, recorded, after);
            case SiteAbandoned e -> abandon(e, recorded, after);
            case SiteReported e -> report(e, recorded, after);
            case SiteLost e -> lose(e, recorded, after);
            case SiteRenamed e -> rename(e, recorded, after);
            case SiteReclassified e -> reclassify(e, recorded, after);
            case SitePaused e ->
                change(e, recorded, after, site(e, after).spec().paused(true));
            case SiteResumed e ->
                change(e, recorded, after, site(e, after).spec().paused(false));
            case AcceptancePolicySet e ->
                change(e, recorded, after, site(e, after).spec().with(e.policy()));
            case SiteEvicted e -> evict(e, recorded, after);
            case SiteLeft e -> {
                MemberSite site = member(e, recorded, after);
                release(site, recorded, after);
                after.put(new MemberSite.Left(site.meta().changed(recorded), site.spec()));
            }
            case SiteRemoved e -> remove(site(e, after), recorded, after);
        }
        return List.copyOf(after.changes());
    }

    private static MemberSite site(MemberEvent event, Entities entities) {
        return entities.get(MemberSite.KIND, event.site().name());
    }

    private static MemberSite member(MemberEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        MemberSite site = site(event, entities);
        if (!site.isMember()) {
            throw recorded.impossibleFor(site);
        }
        return site;
    }

    private static void admit(SiteAdmitted event, Recorded<NetworkEvent> recorded, Overlay after) {
        Ref ref = event.site();
        after.checkAbsent(MemberSite.KIND.key(ref.name()));
        after.put(new MemberSite.Joining(
                ObjectMeta.created(ref.name(), ref.uid(), recorded),
                new MemberSite.Spec(
                        event.invitation(),
                        event.siteClasses(),
                        event.platform(),
                        event.keyDigest(),
                        event.metadata(),
                        event.policy(),
                        false,
                        0,
                        0)));
        after.put(SiteIndex.of(SiteIndex.key(ref.uid()), ref, recorded));
        after.put(SiteIndex.of(SiteIndex.key(event.keyDigest()), ref, recorded));
        Members.countSites(1, after);
        Members.countClasses(event.siteClasses(), 1, recorded, after);
        Members.countAdmitted(event.invitation(), 1, after);
    }

    private static void join(SiteJoined event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = site(event, after);
        if (!(site instanceof MemberSite.Joining)) {
            throw recorded.impossibleFor(site);
        }
        after.put(new MemberSite.Joined(site.meta(), site.spec()));
    }

    private static void abandon(SiteAbandoned event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = site(event, after);
        if (!(site instanceof MemberSite.Joining)) {
            throw recorded.impossibleFor(site);
        }
        Members.countAdmitted(site.spec().invitation(), -1, after);
        remove(site, recorded, after);
    }

    private static void report(SiteReported event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = site(event, after);
        MemberSite.Spec spec = site.spec().reported(event.seq());
        after.put(
                switch (site) {
                    case MemberSite.Joined s ->
                        new MemberSite.Connected(s.meta(), spec, MemberSite.Reach.ACTIVE, recorded.at());
                    case MemberSite.Connected s
                    when s.reach() == MemberSite.Reach.LOST ->
                        new MemberSite.Connected(s.meta(), spec, MemberSite.Reach.ACTIVE, recorded.at());
                    case MemberSite.Connected s -> s.with(s.meta(), spec);
                    case MemberSite.Joining s -> throw recorded.impossibleFor(s);
                    case MemberSite.Left s -> throw recorded.impossibleFor(s);
                    case MemberSite.Evicted s -> throw recorded.impossibleFor(s);
                });
    }

    private static void lose(SiteLost event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = site(event, after);
        if (!(site instanceof MemberSite.Connected)) {
            throw recorded.impossibleFor(site);
        }
        after.put(new MemberSite.Connected(site.meta(), site.spec(), MemberSite.Reach.LOST, recorded.at()));
    }

    private static void rename(SiteRenamed event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = member(event, recorded, after);
        Name name = event.newName();
        after.checkAbsent(MemberSite.KIND.key(name));
        ObjectMeta old = site.meta();
        ObjectMeta meta = new ObjectMeta(name.value(), old.uid(), recorded.revision(), old.createdAt(), recorded.at());
        after.apply(List.of(Change.remove(site.key())));
        after.put(site.with(meta, site.spec()));
        Ref ref = new Ref(name, old.uid());
        after.put(SiteIndex.of(SiteIndex.key(old.uid()), ref, recorded));
        after.put(SiteIndex.of(SiteIndex.key(site.spec().keyDigest()), ref, recorded));
        after.apply(EndpointEvolution.renamed(site.ref(), name, after));
    }

    private static void reclassify(SiteReclassified event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = member(event, recorded, after);
        Members.countClasses(site.spec().siteClasses(), -1, recorded, after);
        Members.countClasses(event.siteClasses(), 1, recorded, after);
        change(event, recorded, after, site.spec().with(event.siteClasses()));
        after.apply(EndpointEvolution.reconsidered(site.ref(), after));
    }

    private static void change(
            MemberEvent event, Recorded<NetworkEvent> recorded, Overlay after, MemberSite.Spec spec) {
        MemberSite site = member(event, recorded, after);
        after.put(site.with(site.meta().changed(recorded), spec));
    }

    private static void evict(SiteEvicted event, Recorded<NetworkEvent> recorded, Overlay after) {
        MemberSite site = site(event, after);
        if (site instanceof MemberSite.Evicted) {
            throw recorded.impossibleFor(site);
        }
        release(site, recorded, after);
        after.apply(NetworkCertificates.revocations(
                NetworkCertificates.site(site.meta().uid()), event.cause(), recorded, after));
        after.put(new MemberSite.Evicted(site.meta().changed(recorded), site.spec(), event.cause()));
    }

    /** What a site is counted in, and what it decided, ends with its membership. */
    private static void release(MemberSite site, Recorded<NetworkEvent> recorded, Overlay after) {
        if (site.isMember()) {
            Members.countClasses(site.spec().siteClasses(), -1, recorded, after);
            after.apply(DecisionEvolution.released(site.ref(), after));
        }
    }

    private static void remove(MemberSite site, Recorded<NetworkEvent> recorded, Overlay after) {
        release(site, recorded, after);
        after.apply(NetworkCertificates.removals(
                NetworkCertificates.site(site.meta().uid()), after));
        Members.countSites(-1, after);
        after.apply(List.of(
                Change.remove(site.key()),
                Change.remove(SiteIndex.key(site.meta().uid())),
                Change.remove(SiteIndex.key(site.spec().keyDigest()))));
    }
}
