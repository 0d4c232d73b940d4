package studio.command.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.command.submit.OutcomeTail;

/** Ready once outcomes are followed: before, no command could be answered. */
@Readiness
@ApplicationScoped
class OutcomesReady implements HealthCheck {

    private final OutcomeTail outcomes;

    OutcomesReady(OutcomeTail outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outcomes are followed")
                .status(outcomes.isFollowing())
                .build();
    }
}
