package studio.home.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import studio.home.relay.Homes;

/** Ready when every home that has a certificate serves its sites, whether the centre is there or not. */
@Readiness
@ApplicationScoped
class HomesReady implements HealthCheck {

    private final HomesRuntime runtime;

    HomesReady(HomesRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public HealthCheckResponse call() {
        Homes homes = runtime.homes();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("homes serve their sites")
                .status(homes.blind().isEmpty() && homes.failures().isEmpty())
                .withData("homes", homes.running().size());
        homes.blind().ifPresent(reason -> response.withData("blind", reason));
        homes.failures().forEach((home, reason) -> response.withData(home.toString(), reason));
        return response.build();
    }
}
