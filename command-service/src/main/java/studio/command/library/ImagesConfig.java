package studio.command.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Images that are put into networks. */
@ConfigMapping(prefix = "studio.images")
public interface ImagesConfig {

    /** How long a command waits for a version of an image that the tables do not have; it may have been published just now. */
    @WithDefault("1s")
    Duration visibleTimeout();
}
