package studio.projection.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import studio.projection.plan.PlannerRuntime;

/** Alive unless the planner stopped for good: the log and its state contradict each other, or it fails again and again. */
@Liveness
@ApplicationScoped
public class PlannerAlive implements HealthCheck {

    private final PlannerRuntime planner;

    PlannerAlive(PlannerRuntime planner) {
        this.planner = planner;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("the planner has not given up");
        planner.failure().ifPresent(reason -> response.withData("reason", reason));
        return response.status(planner.failure().isEmpty()).build();
    }
}
