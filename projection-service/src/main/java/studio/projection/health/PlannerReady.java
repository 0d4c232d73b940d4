package studio.projection.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.projection.plan.PlannerRuntime;

/** Ready once the planner works; reads do not wait for it when it takes partitions over later. */
@Readiness
@ApplicationScoped
public class PlannerReady implements HealthCheck {

    private final PlannerRuntime planner;

    PlannerReady(PlannerRuntime planner) {
        this.planner = planner;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("planner").status(planner.isReady()).build();
    }
}
