package studio.certificates.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.certificates.process.State;

/** Ready when certificates are made here, or would be if the instance that makes them ended. */
@Readiness
@ApplicationScoped
class OrchestratorReady implements HealthCheck {

    private final OrchestratorRuntime runtime;

    OrchestratorReady(OrchestratorRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public HealthCheckResponse call() {
        State state = runtime.state();
        boolean ready = switch (state) {
            case State.Working s -> true;
            case State.Standby s -> true;
            case State.CatchingUp s -> false;
            case State.Waiting s -> false;
            case State.Off s -> false;
        };
        return HealthCheckResponse.named("certificates are worked at")
                .status(ready)
                .withData("state", state.toString())
                .build();
    }
}
