package studio.projection.plan;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import studio.projection.config.PlannerConfig;

/** The planner as the service runs it, for tests of what comes after it. */
public final class LivePlanner implements AutoCloseable {

    private final PlannerRuntime runtime;

    /** A planner that works from now on. */
    public LivePlanner(String bootstrapServers, PlannerConfig config) {
        runtime = new PlannerRuntime(() -> bootstrapServers, config);
        runtime.start(new StartupEvent());
    }

    @Override
    public void close() {
        runtime.stop(new ShutdownEvent());
    }
}
