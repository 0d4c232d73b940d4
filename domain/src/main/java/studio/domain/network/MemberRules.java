package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.NetworkDecider.unlessDeleting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.Known;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.network.MemberCommand.Named;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberCommand.ResumeSite;
import studio.domain.network.MemberCommand.SetAcceptancePolicy;
import studio.domain.network.MemberCommand.SetOwnPause;
import studio.domain.network.MemberEvent.AcceptancePolicySet;
import studio.domain.network.MemberEvent.SiteAbandoned;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.MemberEvent.SiteLeft;
import studio.domain.network.MemberEvent.SiteLost;
import studio.domain.network.MemberEvent.SitePaused;
import studio.domain.network.MemberEvent.SiteReclassified;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.MemberEvent.SiteRenamed;
import studio.domain.network.MemberEvent.SiteReported;
import studio.domain.network.MemberEvent.SiteResumed;

/** The rules for member sites. Each looks at one site, however many there are. */
final class MemberRules {

    private MemberRules() {}

    static Decision<NetworkEvent> decide(MemberCommand command, Network network, Entities entities, Facts facts) {
        return switch (command) {
            case Named c ->
                entities.find(MemberSite.KIND, c.site())
                        .map(site -> decide(c, site, network, entities))
                        .orElseGet(() -> reject(Rejection.notFound(MemberSite.KIND.key(c.site()))));
            case Known c ->
                Members.find(c.uid(), entities)
                        .map(site -> decide(c, site, network, entities, facts))
                        .orElseGet(() -> gone(c));
        };
    }

    private static Decision<NetworkEvent> gone(Known command) {
        return command instanceof AbandonJoin
                ? accept()
                : reject(Rejection.notFound(MemberSite.KIND.key(command.uid())));
    }

    private static Decision<NetworkEvent> decide(Named command, MemberSite site, Network network, Entities entities) {
        return switch (command) {
            case RenameSite c -> unlessDeleting(network, () -> ofMember(site, () -> rename(c, site, entities)));
            case ReclassifySite c -> unlessDeleting(network, () -> ofMember(site, () -> reclassify(c, site, entities)));
            case PauseSite c -> unlessDeleting(network, () -> ofMember(site, () -> pause(true, site)));
            case ResumeSite c -> unlessDeleting(network, () -> ofMember(site, () -> pause(false, site)));
            case EvictSite c -> evict(c, site);
        };
    }

    private static Decision<NetworkEvent> decide(
            Known command, MemberSite site, Network network, Entities entities, Facts facts) {
        return switch (command) {
            case LeaveNetwork c -> site.isMember() ? accept(new SiteLeft(site.ref())) : accept();
            case ConfirmCleanup c -> confirm(site, network);
            case SetOwnPause c -> ofMember(site, () -> pause(c.paused(), site));
            case SetAcceptancePolicy c -> ofMember(site, () -> decideFor(c, site, facts));
            case ReportSite c -> report(c, site, entities, facts);
            case MarkSiteLost c -> lose(site);
            case AbandonJoin c -> abandon(site, facts);
        };
    }

    private static Decision<NetworkEvent> ofMember(MemberSite site, Supplier<Decision<NetworkEvent>> decide) {
        return site.isMember()
                ? decide.get()
                : reject(WRONG_STATE, "site '" + site.meta().name() + "' is no member any more");
    }

    private static Decision<NetworkEvent> pause(boolean paused, MemberSite site) {
        if (paused == site.spec().paused()) {
            return accept();
        }
        return accept(paused ? new SitePaused(site.ref()) : new SiteResumed(site.ref()));
    }

    private static Decision<NetworkEvent> rename(RenameSite command, MemberSite site, Entities entities) {
        if (command.newName().equals(command.site())) {
            return accept();
        }
        return entities.find(MemberSite.KIND, command.newName()).isPresent()
                ? reject(Rejection.ofField(
                        Rejection.Reason.ALREADY_EXISTS, "newName", "site '" + command.newName() + "' exists already"))
                : accept(new SiteRenamed(site.ref(), command.newName()));
    }

    private static Decision<NetworkEvent> reclassify(ReclassifySite command, MemberSite site, Entities entities) {
        Optional<Rejection> flaw = Limits.names("siteClasses", command.siteClasses())
                .or(() -> SiteClassRules.unknown("siteClasses", command.siteClasses(), entities));
        return unless(flaw, () -> reclassified(site, SiteClassRules.refs(command.siteClasses(), entities), entities));
    }

    private static Decision<NetworkEvent> reclassified(MemberSite site, Set<Ref> siteClasses, Entities entities) {
        return siteClasses.equals(site.spec().siteClasses())
                ? accept()
                : unless(
                        HostAliases.clash(siteClasses, Optional.of(site.ref()), entities),
                        () -> accept(new SiteReclassified(site.ref(), siteClasses)));
    }

    /** A site that left may be shut out as well: it still has its certificate. */
    private static Decision<NetworkEvent> evict(EvictSite command, MemberSite site) {
        return site instanceof MemberSite.Evicted
                ? accept()
                : unless(
                        Limits.text("cause", command.cause()),
                        () -> accept(new SiteEvicted(site.ref(), command.cause())));
    }

    private static Decision<NetworkEvent> confirm(MemberSite site, Network network) {
        return site.isMember() && !(network instanceof Network.Deleting)
                ? reject(WRONG_STATE, "nobody asked site '" + site.meta().name() + "' to clean up")
                : accept(new SiteRemoved(site.ref()));
    }

    private static Decision<NetworkEvent> decideFor(SetAcceptancePolicy command, MemberSite site, Facts facts) {
        return command.policy().equals(site.spec().policy())
                ? accept()
                : unless(
                        command.policy().flaw("policy", facts.now()),
                        () -> accept(new AcceptancePolicySet(site.ref(), command.policy())));
    }

    /** A report is taken once, and none that was overtaken by a later one. */
    private static Decision<NetworkEvent> report(ReportSite command, MemberSite site, Entities entities, Facts facts) {
        if (command.seq() <= site.spec().lastReport() || !site.isMember()) {
            return accept();
        }
        if (site instanceof MemberSite.Joining) {
            return reject(WRONG_STATE, "site '" + site.meta().name() + "' has no certificate yet");
        }
        return switch (DecisionRules.reported(site, command.reports(), entities, facts)) {
            case Decision.Rejected<NetworkEvent> rejected -> rejected;
            case Decision.Accepted<NetworkEvent> accepted -> {
                List<NetworkEvent> events = new ArrayList<>();
                events.add(new SiteReported(site.ref(), command.seq()));
                events.addAll(accepted.events());
                yield accept(events);
            }
        };
    }

    private static Decision<NetworkEvent> lose(MemberSite site) {
        return switch (site) {
            case MemberSite.Joining s -> reject(WRONG_STATE, "site '" + s.meta().name() + "' was not heard of yet");
            case MemberSite.Joined s -> reject(WRONG_STATE, "site '" + s.meta().name() + "' was not heard of yet");
            case MemberSite.Connected s ->
                s.reach() == MemberSite.Reach.LOST ? accept() : accept(new SiteLost(s.ref()));
            case MemberSite.Left s -> accept();
            case MemberSite.Evicted s -> accept();
        };
    }

    private static Decision<NetworkEvent> abandon(MemberSite site, Facts facts) {
        boolean late = !facts.now().isBefore(site.meta().createdAt().plus(Timers.JOIN_TIME));
        return site instanceof MemberSite.Joining && late ? accept(new SiteAbandoned(site.ref())) : accept();
    }
}
