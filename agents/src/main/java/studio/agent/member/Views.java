package studio.agent.member;

import java.util.List;
import java.util.Optional;
import studio.agent.decide.Decisions;
import studio.agent.feed.Feed;
import studio.agent.loop.SiteReport;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.ItemStatus;

/**
 * Makes what people see of a site.
 *
 * @param site     the site
 * @param statuses how far its items are
 * @param routerId what its router is called
 */
record Views(Site site, List<ItemStatus> statuses, String routerId) {

    /** What the names of connectors for links begin with. */
    static final String CONNECTOR = "studio-link-";

    /** The name of the connector for a link. */
    static String connector(ItemSpec.Link link) {
        return CONNECTOR + link.target().accessPoint().base32Hex();
    }

    MemberView view(Feed feed, Participant participant, boolean going, List<String> leftovers) {
        Decisions decisions = participant.decisions();
        Optional<ItemSpec.Halt.Reason> halted = site.document().stream()
                .flatMap(item -> item.spec() instanceof ItemSpec.Halt halt
                        ? Optional.of(halt.reason()).stream()
                        : Optional.<ItemSpec.Halt.Reason>empty().stream())
                .findFirst();
        return new MemberView(
                feed.isLive(),
                feed.lastHeard(),
                halted,
                decisions.paused(),
                going || participant.isLeaving(),
                decisions.policy(),
                router(),
                link().map(link -> link.target().host() + ":" + link.target().port()),
                site.judgement().changes(),
                Components.of(site, statuses),
                leftovers);
    }

    private Optional<ItemSpec.Link> link() {
        return site.document().stream()
                .filter(item -> site.link().filter(item.key()::equals).isPresent())
                .map(Item::spec)
                .filter(ItemSpec.Link.class::isInstance)
                .map(ItemSpec.Link.class::cast)
                .findFirst();
    }

    private MemberView.RouterView router() {
        return site.report()
                .map(report -> switch (report.health()) {
                    case SiteReport.Health.Unreachable(String why) ->
                        new MemberView.RouterView(routerId, "unreachable", Optional.empty(), Optional.of(why));
                    case SiteReport.Health.Healthy healthy -> healthy(report, healthy);
                })
                .orElseGet(() -> new MemberView.RouterView(routerId, "starting", Optional.empty(), Optional.empty()));
    }

    private MemberView.RouterView healthy(SiteReport report, SiteReport.Health.Healthy healthy) {
        Optional<SiteReport.LinkState> state =
                link().flatMap(link -> Optional.ofNullable(report.links().get(connector(link))));
        boolean up = state.filter(SiteReport.LinkState::up).isPresent();
        return new MemberView.RouterView(
                healthy.routerId(),
                up ? "connected" : "running",
                Optional.of(healthy.version()),
                up ? Optional.empty() : state.flatMap(SiteReport.LinkState::why));
    }
}
