package studio.domain.network;

import java.util.List;
import java.util.Set;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** Commands about one member site; those that its agent or home gives name it by uid. */
public sealed interface MemberCommand extends NetworkCommand {

    /** Commands of people, who know the site by its name. */
    sealed interface Named extends MemberCommand {

        /** The site. */
        Name site();

        @Override
        default EntityKey subject(StreamKey stream) {
            return MemberSite.KIND.key(site());
        }
    }

    /** Gives the site another name. */
    record RenameSite(Name site, Name newName) implements Named {}

    /** Gives the site other classes. */
    record ReclassifySite(Name site, Set<Name> siteClasses) implements Named {}

    /** Stops the application at the site; its link and feed stay. */
    record PauseSite(Name site) implements Named {}

    /** Lets the application at the site go on. */
    record ResumeSite(Name site) implements Named {}

    /** Shuts the site out at once, whatever it does. */
    record EvictSite(Name site, String cause) implements Named {}

    /** Commands of the site's agent or of its network's home, who know the site by its uid. */
    sealed interface Known extends MemberCommand {

        /** The site. */
        Uid uid();

        @Override
        default EntityKey subject(StreamKey stream) {
            return SiteIndex.key(uid());
        }
    }

    /** The site leaves; it has cleaned up, or is about to. */
    record LeaveNetwork(Uid uid) implements Known {}

    /** A site that left, was shut out or whose network is being deleted has nothing of the network any more. */
    record ConfirmCleanup(Uid uid) implements Known {}

    /**
     * Stops the application at the site because its participant says so, or lets it go on.
     *
     * @param uid    the site
     * @param paused whether it is to stand still
     */
    record SetOwnPause(Uid uid, boolean paused) implements Known {}

    /** Decides for the site what happens to changes that nobody looked at. */
    record SetAcceptancePolicy(Uid uid, AcceptancePolicy policy) implements Known {}

    /**
     * What the site's agent says has changed: only what somebody else acts on.
     *
     * @param uid     the site
     * @param seq     rises with each report of the site, apart from its decisions; one at or below the last changes nothing
     * @param reports what became of endpoints there
     */
    record ReportSite(Uid uid, long seq, List<Deployment.Report> reports) implements Known {}

    /** The home has not heard of the site for too long. */
    record MarkSiteLost(Uid uid) implements Known {}

    /** The clock: the site got no certificate in time, and its place is given back. */
    record AbandonJoin(Uid uid) implements Known {}
}
