package studio.home.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the certificate orchestrator writes keys and certificates for those who run at the Service Home. */
@ConfigMapping(prefix = "studio.holders")
public interface HoldersConfig {

    /** The directory with {@code root.pem} and {@code {kind}/{name}/{ordinal}/}. */
    Path directory();
}
