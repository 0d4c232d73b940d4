package studio.command.install;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an installation has once. */
@ConfigMapping(prefix = "studio")
public interface InstallConfig {

    /** Where this service keeps files. */
    Path dataDir();

    /** The first administrator. */
    FirstAdministrator firstAdministrator();

    /** The first administrator. */
    interface FirstAdministrator {

        /** The user's name. */
        @WithDefault("admin")
        String name();

        /** How long one try to register it may take. */
        @WithDefault("30s")
        Duration timeout();
    }
}
