package studio.command.rest.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where claims are taken. */
@ConfigMapping(prefix = "studio.claims")
interface ClaimsConfig {

    /** The address at which those who were invited claim their place, as they reach it. */
    @WithDefault("https://localhost:8443")
    String url();
}
