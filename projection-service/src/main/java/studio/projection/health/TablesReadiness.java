package studio.projection.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import studio.projection.store.ProjectorRuntime;
import studio.projection.store.ProjectorState;

/** Ready when the tables can be relied on: somebody writes them, they have caught up once, and no part of the log is broken. */
@Readiness
@ApplicationScoped
public class TablesReadiness implements HealthCheck {

    private final ProjectorRuntime projector;

    TablesReadiness(ProjectorRuntime projector) {
        this.projector = projector;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder tables = HealthCheckResponse.named("tables");
        return switch (projector.state()) {
            case ProjectorState.Waiting waiting ->
                tables.down().withData("waits", waiting.reason()).build();
            case ProjectorState.Standby standby ->
                tables.up().withData("role", "standby").build();
            case ProjectorState.Off off ->
                tables.up().withData("role", "reader").build();
            case ProjectorState.Writing writing -> {
                tables.withData("role", "writer").withData("lag", writing.lag());
                writing.stops().forEach(stop -> tables.withData("stopped", stop));
                yield tables.status(writing.caughtUp() && writing.stops().isEmpty())
                        .build();
            }
        };
    }
}
