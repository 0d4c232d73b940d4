package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The metrics that sum up how backbones and networks do. */
@ConfigMapping(prefix = "studio.summary")
public interface SummaryConfig {

    /** How often it is counted. */
    @WithDefault("30s")
    Duration interval();

    /** The most backbones, and the most networks, that have series of their own; all others are told together. */
    @WithDefault("100")
    @Min(0)
    @Max(10_000)
    int ownersLimit();
}
