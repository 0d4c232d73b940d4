package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How it is seen that everybody who must trust a new authority does. */
@ConfigMapping(prefix = "studio.trust")
public interface TrustConfig {

    /** How often it is looked. */
    @WithDefault("5s")
    Duration interval();

    /** How long it may take; after that somebody is called, and nothing is taken from anybody. */
    @WithDefault("24h")
    Duration deadline();
}
