package studio.home.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.api.json.Word;
import studio.home.relay.Contact;
import studio.home.relay.Homes;
import studio.home.relay.Look;
import studio.home.relay.NetworkHome;

/** What those who watch see of the homes; labels are networks, of which there are as many as there are ports, and states. */
final class HomeMetrics {

    private static final double SECONDS_PER_DAY = 86_400.0;
    private static final long PATIENCE_SECONDS = 2;
    private static final String NETWORK = "network";

    private final Homes homes;
    private final MeterRegistry registry;
    private final MultiGauge sites;
    private final MultiGauge sessions;
    private final MultiGauge upstream;
    private final MultiGauge router;
    private final MultiGauge days;
    private final TrafficMetrics traffic;

    HomeMetrics(Homes homes, TrafficMetrics traffic, MeterRegistry registry) {
        this.homes = homes;
        this.traffic = traffic;
        this.registry = registry;
        this.sites = gauges("studio.home.sites", "Sites of a network, by whether they are there");
        this.sessions = gauges("studio.home.sessions", "Sites of a network that are connected");
        this.upstream = gauges("studio.home.upstream", "1 while the network's home is connected to the centre");
        this.router = gauges("studio.home.router", "1 while the home's own router is connected to the backbone");
        this.days = gauges("studio.home.certificate.days.left", "Days until the home's certificate ends");
    }

    private MultiGauge gauges(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** Those that can be asked at any time. */
    void register() {
        Gauge.builder("studio.home.networks", homes, all -> all.running().size())
                .description("Networks whose home runs here")
                .register(registry);
        Gauge.builder("studio.home.failures", homes, all -> all.failures().size())
                .description("Homes that should run here and do not")
                .register(registry);
    }

    private record Counted(
            String network, long live, long lost, long unknown, int connected, TrafficMetrics.Seen traffic) {}

    /** Looks at all homes, which takes a moment of each one's event loop; on a thread that may wait. */
    synchronized void refresh() {
        List<NetworkHome> running = List.copyOf(homes.running());
        List<Counted> counted = running.stream().flatMap(this::count).toList();
        traffic.count(
                counted.stream().map(Counted::traffic).toList(),
                running.stream().map(home -> home.holder().name()).collect(Collectors.toSet()));
        sites.register(
                counted.stream()
                        .flatMap(one -> Stream.<MultiGauge.Row<?>>of(
                                row(one.network(), Contact.LIVE, one.live()),
                                row(one.network(), Contact.LOST, one.lost()),
                                row(one.network(), Contact.UNKNOWN, one.unknown())))
                        .toList(),
                true);
        sessions.register(
                counted.stream()
                        .<MultiGauge.Row<?>>map(
                                one -> MultiGauge.Row.of(Tags.of(NETWORK, one.network()), one.connected()))
                        .toList(),
                true);
        upstream.register(
                running.stream()
                        .<MultiGauge.Row<?>>map(
                                home -> row(home, home.upstream().live() ? 1 : 0))
                        .toList(),
                true);
        router.register(
                running.stream()
                        .<MultiGauge.Row<?>>map(home -> row(home, homes.isRouted(home) ? 1 : 0))
                        .toList(),
                true);
        days.register(
                running.stream()
                        .<MultiGauge.Row<?>>map(home -> row(home, daysLeft(home)))
                        .toList(),
                true);
    }

    private static MultiGauge.Row<?> row(String network, Contact contact, long count) {
        return MultiGauge.Row.of(Tags.of(NETWORK, network, "state", Word.of(contact)), count);
    }

    private static MultiGauge.Row<?> row(NetworkHome home, double value) {
        return MultiGauge.Row.of(Tags.of(NETWORK, home.holder().name()), value);
    }

    private static double daysLeft(NetworkHome home) {
        return Duration.between(Instant.now(), home.holder().notAfter()).toSeconds() / SECONDS_PER_DAY;
    }

    /** One that does not answer is left out this time. */
    private Stream<Counted> count(NetworkHome home) {
        try {
            return Stream.of(home.look(look -> count(home.holder().name(), look))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }

    private Counted count(String network, Look look) {
        long live = 0;
        long lost = 0;
        long unknown = 0;
        for (String site : look.sites()) {
            switch (look.contact(site)) {
                case LIVE -> live++;
                case LOST -> lost++;
                case UNKNOWN -> unknown++;
            }
        }
        return new Counted(network, live, lost, unknown, look.sessions(), traffic.see(network, look, Instant.now()));
    }
}
