package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** Where the command service is, and how it is called. */
@ConfigMapping(prefix = "studio.command")
public interface CommandConfig {

    /** Its address, such as {@code http://127.0.0.1:8081}. */
    URI url();

    /** How long connecting to it may take. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How long it may be silent in the middle of a request; longer than it lets anybody wait. */
    @WithDefault("30s")
    Duration silenceTimeout();

    /** The most connections to it at a time; a request that finds none free waits. */
    @WithDefault("512")
    @Min(1)
    int connectionLimit();
}
