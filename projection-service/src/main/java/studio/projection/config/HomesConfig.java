package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The managed homes, as people's browsers find them. */
@ConfigMapping(prefix = "studio.homes")
public interface HomesConfig {

    /** Where the managed homes serve the network console. */
    @WithDefault("http://127.0.0.1:8083")
    URI consoleUrl();
}
