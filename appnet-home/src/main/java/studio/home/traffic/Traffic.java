package studio.home.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.feed.frame.FlowReport;

/**
 * The traffic of one network: what its sites count, added up as long as the home lives, how much goes by at the moment, and the newest
 * single flows. One thread at a time.
 */
public final class Traffic {

    /** The most single flows that are kept, of all sites together. */
    static final int MAX_FLOWS = 5_000;

    /** A site that was silent for so long is forgotten, and so is a flow of which nothing was heard. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Instant began;
    private final Map<String, SiteTraffic> sites = new HashMap<>();
    private final Map<FlowKey, SiteFlow> flows = new LinkedHashMap<>();
    private final History history = new History();
    private long changes;
    private boolean busy;

    private record FlowKey(String site, String id) {}

    private record SiteFlow(FlowReport.Flow flow, Instant told) {}

    /** The traffic from that moment on. */
    public Traffic(Instant began) {
        this.began = began;
    }

    /**
     * What went through listeners or connectors of one item at a site.
     *
     * @param site           the site's audience
     * @param item           the item's key
     * @param address        the address
     * @param answers        whether it is the side of the server
     * @param totals         since the home began
     * @param open           connections that last
     * @param bytesPerSecond in both directions, at the moment
     */
    public record Service(
            String site,
            String item,
            String address,
            boolean answers,
            Totals totals,
            long open,
            double bytesPerSecond) {}

    /**
     * A site's router.
     *
     * @param id       its id
     * @param version  its version, or empty
     * @param reported when the site told of it last
     * @param links    its connections to others
     * @param lost     records that its agent had no room for
     */
    public record Router(String id, String version, Instant reported, List<FlowReport.RouterLink> links, long lost) {}

    /**
     * A single flow at a site.
     *
     * @param site the site's audience
     * @param flow the flow
     */
    public record Flow(String site, FlowReport.Flow flow) {}

    /** Takes what a site says; not if it says more than it should. */
    public boolean take(String site, FlowReport report, Instant now) {
        SiteTraffic traffic = sites.computeIfAbsent(site, any -> new SiteTraffic());
        if (!traffic.isDue(now)) {
            return false;
        }
        traffic.take(
                report,
                began,
                now,
                (address, more) -> ServiceAddress.parse(address)
                        .ifPresentOrElse(parsed -> history.add(parsed.link(), more), () -> history.addUnknown(more)));
        for (FlowReport.Flow flow : report.flows()) {
            FlowKey key = new FlowKey(site, flow.id());
            flows.remove(key);
            flows.put(key, new SiteFlow(flow, now));
        }
        Iterator<FlowKey> oldest = flows.keySet().iterator();
        for (int more = flows.size() - MAX_FLOWS; more > 0; more--) {
            oldest.next();
            oldest.remove();
        }
        changes++;
        return true;
    }

    /** A site was removed from the network. */
    public void forget(String site) {
        if (sites.remove(site) != null) {
            changes++;
        }
        flows.keySet().removeIf(key -> key.site().equals(site));
    }

    /** Time has passed. */
    public void tick(Instant now) {
        Instant old = now.minus(KEPT);
        List<String> silent = sites.entrySet().stream()
                .filter(entry -> entry.getValue().reported().isBefore(old))
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(this::forget);
        flows.values().removeIf(flow -> flow.told().isBefore(old));
        boolean wasBusy = busy;
        busy = false;
        for (SiteTraffic site : sites.values()) {
            site.forgetOld(now);
            busy |= site.isBusy();
        }
        if (wasBusy) {
            // Rates fall without anybody saying so.
            changes++;
        }
        history.tick(now);
    }

    /** Counts what changes for those who look. */
    public long changes() {
        return changes;
    }

    /** What went through each site's listeners and connectors. */
    public List<Service> services(Instant now) {
        List<Service> rows = new ArrayList<>();
        sites.forEach((site, traffic) -> rows.addAll(traffic.services(site, now)));
        return rows;
    }

    /** A site's router, if the site told of it. */
    public Optional<Router> router(String site) {
        return Optional.ofNullable(sites.get(site)).flatMap(SiteTraffic::router);
    }

    /** The newest single flows, the newest first. */
    public List<Flow> flows() {
        List<Flow> newest = new ArrayList<>(flows.size());
        flows.forEach((key, flow) -> newest.add(new Flow(key.site(), flow.flow())));
        return newest.reversed();
    }

    /** How much went by lately. */
    public History history() {
        return history;
    }
}
