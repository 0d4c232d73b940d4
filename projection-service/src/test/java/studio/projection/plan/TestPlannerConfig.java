package studio.projection.plan;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import studio.projection.config.PlannerConfig;

/** The planner's default settings. */
final class TestPlannerConfig {

    private TestPlannerConfig() {}

    static PlannerConfig of(String instanceId, Path stateDir) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "studio.planner.instance-id", instanceId, "studio.planner.state-dir", stateDir.toString()))
                .withMapping(PlannerConfig.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(PlannerConfig.class);
    }
}
