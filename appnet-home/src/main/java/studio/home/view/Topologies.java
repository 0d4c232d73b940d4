package studio.home.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.api.json.Word;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.feed.frame.ItemStatus;
import studio.home.relay.Look;

/** Draws a network from what its home holds. */
public final class Topologies {

    /** The most rows of any list beside the sites. */
    private static final int MAX_ROWS = 5_000;

    private final Look look;
    private final List<TopologyView.Link> links = new ArrayList<>();
    private final List<TopologyView.Part> processes = new ArrayList<>();
    private final Map<Uid, Ends> services = new TreeMap<>();

    /** Who calls and who answers in one service link. */
    private static final class Ends {
        private Optional<String> service = Optional.empty();
        private Optional<String> host = Optional.empty();
        private final Set<String> callers = new LinkedHashSet<>();
        private final Set<String> answerers = new LinkedHashSet<>();

        String name(Uid link) {
            return service.or(() -> host).orElseGet(link::toString);
        }
    }

    private Topologies(Look look) {
        this.look = look;
    }

    /** The network with so many sites at most. */
    public static TopologyView draw(Look look, int mostSites) {
        return new Topologies(look).draw(mostSites);
    }

    private TopologyView draw(int mostSites) {
        List<String> all = look.sites();
        Items items = new Items(look);
        List<TopologyView.Site> sites = new ArrayList<>();
        for (String site : all.subList(0, Math.min(all.size(), mostSites))) {
            SiteView name = SiteView.of(site, look);
            sites.add(new TopologyView.Site(
                    name.name(),
                    name.uid(),
                    Word.of(look.contact(site)),
                    look.lastHeard(site),
                    look.said(site, "router")));
            items.of(site).forEach(item -> add(site, name.uid(), item));
        }
        List<TopologyView.Service> serviceLinks = serviceLinks();
        boolean truncated = sites.size() < all.size()
                || links.size() > MAX_ROWS
                || processes.size() > MAX_ROWS
                || serviceLinks.size() > MAX_ROWS;
        return new TopologyView(sites, truncated, first(links), first(processes), first(serviceLinks));
    }

    private static <T> List<T> first(List<T> rows) {
        return List.copyOf(rows.subList(0, Math.min(rows.size(), MAX_ROWS)));
    }

    private void add(String site, String uid, Item item) {
        Optional<ItemStatus> status = look.item(site, item.key()).map(Look.Progress::status);
        switch (item.spec()) {
            case ItemSpec.Link link ->
                links.add(new TopologyView.Link(
                        uid,
                        link.attachment().value(),
                        link.target().host(),
                        link.target().port(),
                        link.priority(),
                        status.map(ItemStatus::state),
                        detail(status)));
            case ItemSpec.Process process ->
                processes.add(new TopologyView.Part(
                        process.endpoint().name().value(),
                        uid,
                        status.map(ItemStatus::state).orElse("unknown"),
                        detail(status)));
            case ItemSpec.Connector connector -> {
                Ends ends = ends(connector.link());
                ends.service = Optional.of(connector.service());
                ends.answerers.add(uid);
            }
            case ItemSpec.Listener listener -> {
                Ends ends = ends(listener.link());
                ends.host = Optional.of(listener.host().value());
                ends.callers.add(uid);
            }
            case ItemSpec.Ingress ingress -> {}
            case ItemSpec.Instance instance -> {}
            case ItemSpec.Egress egress -> {}
            case ItemSpec.Decision decision -> {}
            case ItemSpec.Certificate certificate -> {}
            case ItemSpec.Halt halt -> {}
            case ItemSpec.Decommission decommission -> {}
            case RouterSpec ofRouter -> {}
        }
    }

    private Ends ends(Uid link) {
        return services.computeIfAbsent(link, key -> new Ends());
    }

    private static Optional<String> detail(Optional<ItemStatus> status) {
        return status.map(ItemStatus::detail).filter(detail -> !detail.isEmpty());
    }

    /** One more than are shown, so that it can be told that there are more. */
    private List<TopologyView.Service> serviceLinks() {
        List<TopologyView.Service> rows = new ArrayList<>();
        services.forEach((link, ends) -> {
            for (String caller : ends.callers) {
                for (String answerer : ends.answerers) {
                    if (rows.size() <= MAX_ROWS) {
                        rows.add(new TopologyView.Service(
                                ends.name(link), caller, answerer, Optional.empty(), Optional.empty()));
                    }
                }
            }
        });
        return rows;
    }
}
