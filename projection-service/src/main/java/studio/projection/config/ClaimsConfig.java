package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What those are told who were let in. */
@ConfigMapping(prefix = "studio.claims")
public interface ClaimsConfig {

    /** The host at which agents of interior sites reach the feed. */
    @WithDefault("127.0.0.1")
    String feedHost();

    /** The port of that. */
    @WithDefault("${studio.feed.port:8443}")
    @Min(1)
    @Max(65_535)
    int feedPort();
}
