package studio.agent.siteapi;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import studio.agent.member.Component;
import studio.agent.member.MemberSite;
import studio.agent.member.MemberView;
import studio.domain.network.Deployment.Standing;

/** What Prometheus reads of a site: few numbers, and none with a label that the network could choose. */
final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MemberSite site;

    Metrics(MemberSite site, Clock clock) {
        this.site = site;
        gauge(
                "studio.site.connected",
                "Whether the feed of the network's home is live",
                view -> view.connected() ? 1 : 0);
        gauge(
                "studio.site.heard.seconds",
                "How long ago the network's home was last heard",
                view -> view.lastHeard()
                        .map(heard -> (double)
                                Duration.between(heard, clock.instant()).toSeconds())
                        .orElse(Double.NaN));
        gauge("studio.site.uplink", "Whether the router is connected to the backbone", Metrics::uplink);
        gauge("studio.site.paused", "Whether the participant stopped the application", view -> view.paused() ? 1 : 0);
        gauge(
                "studio.site.leftovers",
                "What could not be cleaned up",
                view -> view.leftovers().size());
        gauge(
                "studio.site.restarts",
                "How often processes were started again",
                view -> view.components().stream().mapToInt(Component::restarts).sum());
        for (Standing standing : Standing.values()) {
            Gauge.builder("studio.site.changes", site, any -> value(view -> Json.count(view, standing)))
                    .description("Changes by what the participant makes of them")
                    .tag("state", Json.word(standing))
                    .register(registry);
        }
        for (Component.State state : Component.State.values()) {
            Gauge.builder("studio.site.components", site, any -> value(view -> Json.count(view, state)))
                    .description("Endpoints that are here, by how they do")
                    .tag("state", state.word())
                    .register(registry);
        }
    }

    private static double uplink(MemberView view) {
        return view.router().state().equals("connected") ? 1 : 0;
    }

    private void gauge(String name, String description, ToDoubleFunction<MemberView> value) {
        Gauge.builder(name, site, any -> value(value)).description(description).register(registry);
    }

    private double value(ToDoubleFunction<MemberView> value) {
        return site.view().map(view -> value.applyAsDouble(view)).orElse(Double.NaN);
    }

    String text() {
        return registry.scrape();
    }
}
