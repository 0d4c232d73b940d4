package studio.home.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.api.json.Word;
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
    private final ServiceLinks services = new ServiceLinks();

    private Topologies(Look look) {
        this.look = look;
    }

    /** The network with so many sites at most. */
    public static TopologyView draw(Look look, int mostSites, Instant now) {
        return new Topologies(look).draw(mostSites, now);
    }

    private TopologyView draw(int mostSites, Instant now) {
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
            items.of(site).forEach(item -> {
                add(site, name.uid(), item);
                services.add(name.uid(), item);
            });
        }
        List<TopologyView.Service> serviceLinks = serviceLinks(now);
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
            case ItemSpec.Connector connector -> {}
            case ItemSpec.Listener listener -> {}
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

    private static Optional<String> detail(Optional<ItemStatus> status) {
        return status.map(ItemStatus::detail).filter(detail -> !detail.isEmpty());
    }

    /** One more than are shown, so that it can be told that there are more. */
    private List<TopologyView.Service> serviceLinks(Instant now) {
        Rates rates = new Rates(look.traffic().services(now));
        List<TopologyView.Service> rows = new ArrayList<>();
        for (ServiceLinks.Pair pair : services.pairs(MAX_ROWS + 1)) {
            Optional<Rates.Rate> rate = pair.exact().isEmpty() ? Optional.empty() : rates.of(pair);
            rows.add(new TopologyView.Service(
                    pair.name(),
                    pair.from(),
                    pair.to(),
                    rate.map(Rates.Rate::bytesPerSecond),
                    rate.map(Rates.Rate::connections)));
        }
        return rows;
    }
}
