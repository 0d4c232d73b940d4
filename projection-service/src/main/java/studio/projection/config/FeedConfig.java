package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How homes and interior sites get what they are to have, and say how they do. */
@ConfigMapping(prefix = "studio.feed")
public interface FeedConfig {

    /** Whether this instance serves feeds. */
    @WithDefault("true")
    boolean enabled();

    /** The instance's name: of those that it served last it says that they are lost, if they do not come back to anybody. */
    @WithDefault("projection-service-0")
    String instanceId();

    /** The address to listen on, with mutual TLS. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port. */
    @WithDefault("8443")
    @Min(0)
    @Max(65_535)
    int port();

    /** Sessions that may begin in a second; others are told when to come again. */
    @WithDefault("200")
    @Min(1)
    @Max(100_000)
    int sessionsPerSecond();

    /** Sessions that may begin at once. */
    @WithDefault("400")
    @Min(1)
    @Max(100_000)
    int sessionBurst();

    /** The most sessions at a time. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    int sessionLimit();

    /** How often a newer certificate is looked for. */
    @WithDefault("1s")
    Duration renewalInterval();

    /** The pause before the topics are followed again after the broker was lost. */
    @WithDefault("500ms")
    Duration reconnectPause();

    /** How often what is heard of a site is written, and reported if it is news, at most. */
    @WithDefault("1s")
    Duration statusInterval();

    /** How often it is written of a site that nothing changes at, while it is heard of. */
    @WithDefault("60s")
    Duration watermarkInterval();

    /** Sites of which something is written at once. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int batchLimit();

    /** Decisions and requests that may wait for their turn or their outcome; whoever sent another one sends it again. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    int waitingLimit();

    /** How long a decision's outcome is waited for; after that the site asks again. */
    @WithDefault("30s")
    Duration outcomePatience();

    /** How long the broker may take to store a command or a status. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** Memory for what the broker has not stored yet, in bytes. */
    @WithDefault("33554432")
    @Min(1_048_576)
    long bufferBytes();
}
