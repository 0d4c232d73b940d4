package studio.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How tokens and sessions are looked up. */
@ConfigMapping(prefix = "studio.identity")
public interface IdentityConfig {

    /** How long an identity is remembered, which is how long a token or session that was taken away can still be used. */
    @WithDefault("1s")
    Duration cacheTtl();

    /** How many identities are remembered. */
    @WithDefault("10000")
    @Min(1)
    int cacheLimit();

    /** How long looking one up may take. */
    @WithDefault("2s")
    Duration lookupTimeout();
}
