package studio.home.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.home.config.HoldersConfig;
import studio.home.config.HomeConfig;
import studio.home.relay.Counters;
import studio.home.relay.Homes;
import studio.home.view.KnownLinks;

/** Starts the homes with the service, and ends them with it. */
@ApplicationScoped
public class HomesRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(HomesRuntime.class);
    private static final long STOP_MILLIS = 5_000;

    private static final long METRICS_MILLIS = 5_000;

    private final Homes homes;
    private final HomeMetrics metrics;
    private final KnownLinks links = new KnownLinks();
    private final Vertx vertx;
    private final Thread thread;

    HomesRuntime(Vertx vertx, HomeConfig config, HoldersConfig holders, MeterRegistry registry) throws IOException {
        this.vertx = vertx;
        this.homes = new Homes(
                vertx,
                config,
                holders.directory().orElseGet(() -> config.directory().resolve("holders")),
                new Counters(registry),
                Clock.systemUTC());
        this.thread = new Thread(homes, "homes");
        this.metrics = new HomeMetrics(
                homes, new TrafficMetrics(registry, links, config.limits().metricLabels()), registry);
    }

    void start(@Observes StartupEvent event) {
        metrics.register();
        vertx.setPeriodic(
                METRICS_MILLIS,
                timer -> vertx.executeBlocking(() -> {
                    metrics.refresh();
                    return true;
                }));
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        homes.stop();
        thread.join(STOP_MILLIS);
        if (thread.isAlive()) {
            LOG.atWarn().addKeyValue("timeoutMs", STOP_MILLIS).log("the homes did not end in time");
        }
    }

    /** The service links of their networks. */
    public KnownLinks links() {
        return links;
    }

    /** The homes that run here. */
    public Homes homes() {
        return homes;
    }
}
