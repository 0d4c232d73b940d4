package studio.projection.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import studio.projection.config.ProjectionConfig;

/** The settings that a service has when it is told nothing. */
public final class Settings {

    private Settings() {}

    /** All defaults. */
    public static ProjectionConfig defaults() {
        return with(Map.of());
    }

    /** All defaults but these. */
    public static ProjectionConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(ProjectionConfig.class)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(ProjectionConfig.class);
    }
}
