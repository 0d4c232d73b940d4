package studio.home.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import studio.feed.frame.FlowReport;

/** What one site says of its traffic. */
final class SiteTraffic {

    /** A site tells everything each minute, so what it has not told for so long is no more. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    /** A site tells at most once a second; half of that is more than chance. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int MAX_SERVICES = 4_000;

    private final Map<Key, Count> services = new LinkedHashMap<>();
    private final Map<String, Link> links = new TreeMap<>();
    private String counter = "";
    private String router = "";
    private String version = "";
    private Instant reported = Instant.MIN;
    private long lost;

    /** What is counted together. */
    private record Key(String item, String address, boolean answers) {}

    private record Link(FlowReport.RouterLink link, Instant told) {}

    private static final class Count {
        private final Window window = new Window();
        private Totals last = Totals.NONE;
        private Totals totals = Totals.NONE;
        private long open;
        private Instant told = Instant.MIN;
    }

    /** Whether the next report is due. */
    boolean isDue(Instant now) {
        return !now.isBefore(reported.plus(PAUSE));
    }

    Instant reported() {
        return reported;
    }

    /**
     * Takes a report.
     *
     * @param homeBegan what was counted before this home did is not news
     * @param news      is told what came on top, by address
     */
    void take(FlowReport report, Instant homeBegan, Instant now, BiConsumer<String, Totals> news) {
        boolean anew = !report.counter().equals(counter);
        if (anew) {
            counter = report.counter();
            services.values().forEach(count -> {
                count.last = Totals.NONE;
                count.open = 0;
            });
            lost = 0;
        }
        router = report.router();
        version = report.version();
        lost = Math.max(lost, report.lost());
        reported = now;
        boolean older = report.began().isBefore(homeBegan);
        for (FlowReport.Service service : report.services()) {
            Key key = new Key(service.item(), service.address(), service.answers());
            boolean first = !services.containsKey(key);
            if (first && services.size() >= MAX_SERVICES) {
                continue;
            }
            Count count = services.computeIfAbsent(key, any -> new Count());
            Totals totals = Totals.of(service);
            Totals more = first && older ? Totals.NONE : totals.since(count.last);
            count.last = totals;
            count.totals = count.totals.plus(more);
            count.open = service.open();
            count.told = now;
            count.window.add(now, more.bytes());
            if (!service.answers()) {
                news.accept(service.address(), more);
            }
        }
        report.links().forEach(link -> links.put(link.name(), new Link(link, now)));
    }

    /** Forgets what is no more. */
    void forgetOld(Instant now) {
        Instant old = now.minus(KEPT);
        services.values().removeIf(count -> count.told.isBefore(old));
        links.values().removeIf(link -> link.told().isBefore(old));
    }

    /** Whether anything went by lately. */
    boolean isBusy() {
        return services.values().stream().anyMatch(count -> !count.window.isEmpty());
    }

    List<Traffic.Service> services(String site, Instant now) {
        List<Traffic.Service> rows = new ArrayList<>(services.size());
        services.forEach((key, count) -> rows.add(new Traffic.Service(
                site,
                key.item(),
                key.address(),
                key.answers(),
                count.totals,
                count.open,
                count.window.perSecond(now))));
        return rows;
    }

    Optional<Traffic.Router> router() {
        return router.isEmpty()
                ? Optional.empty()
                : Optional.of(new Traffic.Router(
                        router,
                        version,
                        reported,
                        links.values().stream().map(Link::link).toList(),
                        lost));
    }
}
