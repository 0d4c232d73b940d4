package studio.command.install;

import io.smallrye.config.ConfigMapping;

/** Where the database is. */
@ConfigMapping(prefix = "studio.database")
public interface DatabaseConfig {

    /** Its address, such as {@code postgresql://127.0.0.1:5432/studio}. */
    String url();

    /** The user who owns Studio's schemas. */
    String username();

    /** That user's password. */
    String password();
}
