package studio.home.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The managed homes: whom they ask, where they serve, and how much they take. */
@ConfigMapping(prefix = "studio.home")
public interface HomeConfig {

    /** Where this component keeps what it has of each network, and which port that network has. */
    Path directory();

    /** Where the feed server is, as host:port. */
    @WithDefault("127.0.0.1:8443")
    Address feedServer();

    /** The component of the Service Home whose certificate the feed server must show. */
    @WithDefault("feed")
    String feedService();

    /** The address on which the homes serve their sites. */
    @WithDefault("127.0.0.1")
    String feedHost();

    /** The host at which sites reach the homes, if that is not the address on which these serve. */
    Optional<String> publicHost();

    /** The ports on which the homes serve their sites, one for each network, first-last; a network keeps the one that it has. */
    @WithDefault("8500-8599")
    PortRange feedPorts();

    /** How often it is looked whether there are other homes or certificates. */
    @WithDefault("1s")
    Duration scanInterval();

    /** How often at most a network's document is written to the disk. */
    @WithDefault("1s")
    Duration cacheInterval();

    /** How much each home takes. */
    Limits limits();

    /** The homes' own routers. */
    Router router();

    /** The interface for people. */
    Console console();

    /** How much each home takes. */
    interface Limits {

        /** The most sites that are connected at a time. */
        @WithDefault("12000")
        @Min(1)
        @Max(100_000)
        int sessions();

        /** How many sessions may begin in a second. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int sessionsPerSecond();

        /** How many sessions may begin at once. */
        @WithDefault("300")
        @Min(1)
        @Max(10_000)
        int sessionsAtOnce();

        /** The most frames of sites that are passed on in a second. */
        @WithDefault("1000")
        @Min(10)
        @Max(100_000)
        int framesPerSecond();

        /** How many services, sites and processes of a network metrics tell apart; the rest is counted as other. */
        @WithDefault("200")
        @Min(1)
        @Max(10_000)
        int metricLabels();
    }

    /** The homes' own routers, through which sites reach them that can't do so directly. */
    interface Router {

        /** Whether homes have routers. */
        @WithDefault("true")
        boolean enabled();

        /** The router's program and its first words; the boot file comes behind them. If empty, skrouterd, else the stand-in. */
        Optional<List<String>> command();

        /** Where skrouterd, and what it needs, is looked for. */
        @WithDefault("${PATH:/usr/local/bin:/usr/bin:/bin}")
        String path();
    }

    /** The interface for people. */
    interface Console {

        /** The names by which a browser may call it, without the port. */
        @WithDefault("127.0.0.1,localhost")
        Set<String> hosts();

        /** How long somebody who has used the printed link stays signed in. */
        @WithDefault("12h")
        Duration session();

        /** How long somebody whom the Service Home vouched for stays signed in. */
        @WithDefault("1h")
        Duration passSession();

        /** The most who are signed in at a time. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int sessionLimit();

        /** The most who watch a network at a time. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int watcherLimit();

        /** The most sites that a topology shows. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int siteLimit();
    }
}
