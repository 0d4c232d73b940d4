package studio.home.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.home.relay.Look;
import studio.home.traffic.Totals;
import studio.home.traffic.Traffic;
import studio.home.view.KnownLinks;
import studio.home.view.ServiceLinks;
import studio.home.view.SiteView;
import studio.home.view.Traffics;

/**
 * Traffic for those who watch: counters by service, by site and by the endpoint that answers, in each network. What is counted here only
 * rises, also when a site is forgotten or the network is composed anew. One thread counts; networks are seen on their homes' event loops.
 */
final class TrafficMetrics {

    private static final String NETWORK = "network";
    private static final String SERVICE = "service";
    private static final String SITE = "site";
    private static final String PROCESS = "process";
    private static final String DIRECTION = "direction";
    private static final String LINK_BYTES = "studio.site.link.bytes";
    private static final String LINK_BYTES_ARE = "Bytes between a site's router and the backbone";
    private static final String FAILURES = "studio.service.failures";
    private static final String FAILURES_ARE = "Connections to a service that failed";
    private static final double MICROS_PER_SECOND = 1_000_000;

    private final MeterRegistry registry;
    private final KnownLinks links;
    private final int mostLabels;
    private final Map<String, Network> networks = new HashMap<>();
    private final MultiGauge serviceOpen;
    private final MultiGauge siteOpen;

    TrafficMetrics(MeterRegistry registry, KnownLinks links, int mostLabels) {
        this.registry = registry;
        this.links = links;
        this.mostLabels = mostLabels;
        this.serviceOpen = MultiGauge.builder("studio.service.connections.open")
                .description("Connections to a service that last")
                .register(registry);
        this.siteOpen = MultiGauge.builder("studio.site.connections.open")
                .description("Connections from a site that last")
                .register(registry);
    }

    private final class Network {
        private final Labels services = new Labels(mostLabels);
        private final Labels sites = new Labels(mostLabels);
        private final Labels processes = new Labels(mostLabels);
        private Map<Row, Totals> before = Map.of();
        private Map<String, Totals> linksBefore = Map.of();
    }

    private record Row(String site, String item, String address, boolean answers) {}

    /** What was seen of one network. */
    record Seen(String network, List<Counted> services, List<Link> links) {}

    /** A row of the traffic, named. */
    record Counted(Traffic.Service service, String siteName, String name, Optional<String> process) {}

    /** A connection of a site's router to the backbone. */
    record Link(String site, String siteName, String name, long sent, long received) {}

    /** Looks at a network; on its event loop. */
    Seen see(String network, Look look, Instant now) {
        ServiceLinks planned = links.of(network, look);
        List<Counted> counted = new ArrayList<>();
        for (Traffic.Service service : look.traffic().services(now)) {
            SiteView site = SiteView.of(service.site(), look);
            Optional<ServiceLinks.Known> known = planned.find(site.uid(), service.address(), service.answers());
            counted.add(new Counted(
                    service,
                    site.name(),
                    known.map(ServiceLinks.Known::service).orElse(Traffics.UNKNOWN),
                    known.flatMap(ServiceLinks.Known::process)));
        }
        List<Link> ofSites = new ArrayList<>();
        for (String site : look.sites()) {
            String name = SiteView.of(site, look).name();
            look.traffic()
                    .router(site)
                    .ifPresent(router -> router.links()
                            .forEach(link ->
                                    ofSites.add(new Link(site, name, link.name(), link.sent(), link.received()))));
        }
        return new Seen(network, counted, ofSites);
    }

    /** Counts what came on top since the last time; networks that there are no more are forgotten. */
    void count(List<Seen> all, Set<String> running) {
        Map<Tags, Long> ofServices = new HashMap<>();
        Map<Tags, Long> ofSites = new HashMap<>();
        for (Seen seen : all) {
            Network network = networks.computeIfAbsent(seen.network(), any -> new Network());
            count(seen, network);
            links(seen, network);
            open(seen, network, ofServices, ofSites);
        }
        serviceOpen.register(rows(ofServices), true);
        siteOpen.register(rows(ofSites), true);
        links.retain(running);
        networks.keySet().removeIf(name -> !running.contains(name) && forget(name));
    }

    private void count(Seen seen, Network network) {
        Map<Row, Totals> now = new HashMap<>();
        for (Counted row : seen.services()) {
            Traffic.Service service = row.service();
            Row key = new Row(service.site(), service.item(), service.address(), service.answers());
            now.put(key, service.totals());
            Totals before = network.before.getOrDefault(key, Totals.NONE);
            Totals more = service.totals().since(before);
            if (!service.answers()) {
                called(seen.network(), network.services.of(row.name(), row.name()), more);
                site(seen.network(), network.sites.of(uid(service.site()), row.siteName()), more);
            }
            row.process()
                    .map(name -> Tags.of(NETWORK, seen.network(), PROCESS, network.processes.of(name, name)))
                    .ifPresent(tags -> process(tags, service.answers(), more));
        }
        network.before = now;
    }

    private static String uid(String audience) {
        return audience.substring(audience.indexOf('/') + 1);
    }

    private void called(String network, String service, Totals more) {
        Tags tags = Tags.of(NETWORK, network, SERVICE, service);
        bytes("studio.service.bytes", "Bytes between clients and a service", tags, more);
        add("studio.service.connections", "Connections to a service", tags, more.opened());
        add(FAILURES, FAILURES_ARE, tags.and("kind", "error"), more.errors());
        add(FAILURES, FAILURES_ARE, tags.and("kind", "silent"), more.silent());
        add("studio.service.answers", "Connections of which is known how long the answer took", tags, more.waits());
        counter("studio.service.answer.seconds", "How long the first answers took, all together", tags)
                .increment(more.waited() / MICROS_PER_SECOND);
    }

    private void site(String network, String site, Totals more) {
        Tags tags = Tags.of(NETWORK, network, SITE, site);
        bytes("studio.site.bytes", "Bytes between a site's clients and what they call", tags, more);
        add("studio.site.connections", "Connections from a site", tags, more.opened());
    }

    /** Bytes are counted where clients are; who answers them is known if only one can. */
    private void process(Tags tags, boolean answers, Totals more) {
        if (answers) {
            add("studio.process.connections", "Connections that a process answered", tags, more.opened());
        } else {
            bytes("studio.process.bytes", "Bytes between clients and the one process that can answer them", tags, more);
        }
    }

    private void links(Seen seen, Network network) {
        Map<String, Totals> now = new HashMap<>();
        for (Link link : seen.links()) {
            String key = link.site() + " " + link.name();
            Totals totals = new Totals(0, link.sent(), link.received(), 0, 0, 0, 0);
            now.put(key, totals);
            Totals before = network.linksBefore.getOrDefault(key, Totals.NONE);
            // A router that began anew counts from its begin.
            boolean anew = totals.toServer() < before.toServer() || totals.toClient() < before.toClient();
            Totals more = anew ? totals : totals.since(before);
            Tags tags = Tags.of(NETWORK, seen.network(), SITE, network.sites.of(uid(link.site()), link.siteName()));
            add(LINK_BYTES, LINK_BYTES_ARE, tags.and(DIRECTION, "sent"), more.toServer());
            add(LINK_BYTES, LINK_BYTES_ARE, tags.and(DIRECTION, "received"), more.toClient());
        }
        network.linksBefore = now;
    }

    private static void open(Seen seen, Network network, Map<Tags, Long> ofServices, Map<Tags, Long> ofSites) {
        for (Counted row : seen.services()) {
            Traffic.Service service = row.service();
            if (!service.answers()) {
                ofServices.merge(
                        Tags.of(NETWORK, seen.network(), SERVICE, network.services.of(row.name(), row.name())),
                        service.open(),
                        Long::sum);
                ofSites.merge(
                        Tags.of(NETWORK, seen.network(), SITE, network.sites.of(uid(service.site()), row.siteName())),
                        service.open(),
                        Long::sum);
            }
        }
    }

    private static List<MultiGauge.Row<?>> rows(Map<Tags, Long> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void bytes(String name, String description, Tags tags, Totals more) {
        add(name, description, tags.and(DIRECTION, "to-server"), more.toServer());
        add(name, description, tags.and(DIRECTION, "to-client"), more.toClient());
    }

    private void add(String name, String description, Tags tags, long amount) {
        counter(name, description, tags).increment((double) amount);
    }

    private Counter counter(String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private boolean forget(String network) {
        List<Meter> gone = registry.getMeters().stream()
                .filter(meter ->
                        meter instanceof Counter && network.equals(meter.getId().getTag(NETWORK)))
                .toList();
        gone.forEach(registry::remove);
        return true;
    }
}
