package studio.command.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where claims are taken. */
@ConfigMapping(prefix = "studio.claims")
public interface ClaimsConfig {

    /** The public origin, as those who were invited reach it; they take plain http to their own machine alone. */
    @WithDefault("http://127.0.0.1:8080")
    String url();

    /** A file with the certificates, in PEM, that alone may vouch for that origin; if absent, those that the system trusts. */
    Optional<Path> trust();
}
