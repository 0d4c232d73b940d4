package studio.home.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.home.relay.Look;
import studio.home.traffic.History;
import studio.home.traffic.Totals;
import studio.home.traffic.Traffic;

/** Draws up what goes through a network from what its sites say, and what is planned for them. */
public final class Traffics {

    /** What a site says of an address that it has nothing to do with. */
    public static final String UNKNOWN = "unknown";

    private static final int MAX_ROWS = 1_000;

    /** How many services a point of the history tells apart. */
    private static final int MAX_SHARES = 5;

    private Traffics() {}

    /** What goes through the network. */
    public static TrafficView draw(Look look, ServiceLinks links, Instant now) {
        Map<String, Sum> services = new TreeMap<>();
        Map<String, Sum> sites = new TreeMap<>();
        Map<String, Sum> processes = new TreeMap<>();
        for (Traffic.Service service : look.traffic().services(now)) {
            if (!service.answers()) {
                Optional<ServiceLinks.Known> known = links.find(SiteView.uid(service.site()), service.address(), false);
                String name = known.map(ServiceLinks.Known::service).orElse(UNKNOWN);
                services.computeIfAbsent(name, any -> new Sum()).add(service);
                sites.computeIfAbsent(service.site(), any -> new Sum()).add(service);
                known.flatMap(ServiceLinks.Known::process)
                        .ifPresent(process -> processes
                                .computeIfAbsent(process, any -> new Sum())
                                .add(service));
            }
        }
        boolean truncated = look.sites().size() > MAX_ROWS || services.size() > MAX_ROWS || processes.size() > MAX_ROWS;
        return new TrafficView(
                now,
                carried(services),
                look.sites().stream()
                        .limit(MAX_ROWS)
                        .flatMap(site -> look.traffic().router(site).stream()
                                .map(router -> of(site, router, sites.getOrDefault(site, new Sum()), look)))
                        .toList(),
                carried(processes),
                look.traffic().history().points().stream()
                        .map(point -> point(point, links))
                        .toList(),
                truncated);
    }

    private static List<TrafficView.Carried> carried(Map<String, Sum> sums) {
        return sums.entrySet().stream()
                .limit(MAX_ROWS)
                .map(entry -> entry.getValue().named(entry.getKey()))
                .toList();
    }

    private static TrafficView.OfSite of(String site, Traffic.Router router, Sum calls, Look look) {
        SiteView view = SiteView.of(site, look);
        return new TrafficView.OfSite(
                view,
                router.reported(),
                Optional.of(router.version()).filter(version -> !version.isEmpty()),
                calls.named(view.name()),
                router.links().stream()
                        .map(link -> new TrafficView.Link(link.name(), link.up(), link.sent(), link.received()))
                        .toList());
    }

    private static TrafficView.Point point(History.Point point, ServiceLinks links) {
        double seconds = History.STEP.toSeconds();
        Totals total = point.total();
        return new TrafficView.Point(
                point.at(),
                total.toServer() / seconds,
                total.toClient() / seconds,
                total.opened() / seconds,
                point.links().entrySet().stream()
                        .map(entry -> new TrafficView.Share(
                                links.nameOf(entry.getKey()), entry.getValue().bytes() / seconds))
                        .sorted(Comparator.comparingDouble(TrafficView.Share::bytesPerSecond)
                                .reversed())
                        .limit(MAX_SHARES)
                        .toList());
    }
}
