package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the schema registry is. Studio itself needs none; others read its topics with its help. */
@ConfigMapping(prefix = "studio.registry")
public interface RegistryConfig {

    /** The address of its interface, such as {@code http://127.0.0.1:8080/apis/registry/v3}; without, no schema is registered. */
    Optional<URI> url();

    /** How long to try before the first command while it does not answer. */
    @WithDefault("30s")
    Duration patience();
}
