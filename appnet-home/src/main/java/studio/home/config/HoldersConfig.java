package studio.home.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where certificate management leaves the keys that it makes for those who run at the Service Home. */
@ConfigMapping(prefix = "studio.holders")
public interface HoldersConfig {

    /** Their directory. It is watched: what is newer is used without a restart. Without it no feed is served. */
    Optional<Path> directory();
}
