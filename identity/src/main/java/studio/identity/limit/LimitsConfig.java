package studio.identity.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a client may ask before anybody knows who it is. */
@ConfigMapping(prefix = "studio.limits")
public interface LimitsConfig {

    /** The longest body, in bytes. */
    @WithDefault("1048576")
    @Min(1024)
    @Max(104_857_600)
    int bodyBytes();

    /** Requests that one address may send in a second, on average. */
    @WithDefault("1000")
    @Min(1)
    long requestsPerSecond();

    /** Requests that one address may send at once after a pause. */
    @WithDefault("2000")
    @Min(1)
    long requestBurst();

    /** Addresses that are watched at a time; past that the one that was silent longest is forgotten. */
    @WithDefault("100000")
    @Min(1)
    long addresses();

    /** Networks (as in 10.0.0.0/8) of the proxies whose X-Forwarded-For is believed; a proxy on this host always is. */
    Optional<List<String>> trustedProxies();

    /** Sign-ins. */
    SignIn signIn();

    /** How often one may try to sign in. */
    interface SignIn {

        /** Tries in a row that one address has. */
        @WithDefault("30")
        @Min(1)
        long perAddress();

        /** Tries in a row that there are for one user name, from wherever. */
        @WithDefault("10")
        @Min(1)
        long perUser();

        /** The time after which all tries are there again. */
        @WithDefault("1m")
        Duration refill();
    }
}
