package studio.command.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The built-in user directory. */
@ConfigMapping(prefix = "studio.directory")
public interface DirectoryConfig {

    /** How password hashes are computed (Argon2id). The defaults are OWASP's least. */
    Hash hash();

    /** Sessions. */
    Session session();

    /** How password hashes are computed. */
    interface Hash {

        /** Memory for one hash, in KiB. */
        @WithDefault("19456")
        @Min(8)
        int memoryKib();

        /** Passes over that memory. */
        @WithDefault("2")
        @Min(1)
        int iterations();

        /** Hashes that are computed at a time. */
        @WithDefault("2")
        @Min(1)
        @Max(64)
        int concurrency();

        /** Sign-ins that may wait for their turn; past that one more is refused. */
        @WithDefault("64")
        @Min(1)
        int queueLimit();
    }

    /** Sessions of browsers. */
    interface Session {

        /** How long a session lasts. */
        @WithDefault("12h")
        Duration lifetime();

        /** Whether the cookie is for HTTPS alone; to be true wherever the public origin has TLS. */
        @WithDefault("false")
        boolean secureCookie();

        /** How long a sign-in waits until its session can be used. */
        @WithDefault("2s")
        Duration visibleTimeout();
    }
}
