package studio.command.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How Studio's topics are made. Events are kept for ever; that is no setting. */
@ConfigMapping(prefix = "studio.topics")
public interface TopicsConfig {

    /** Partitions of each topic. Fixed at the first start: a stream's partition follows from their number. */
    @WithDefault("8")
    @Min(1)
    @Max(1024)
    int partitions();

    /** Copies of each partition; 3 in a cluster. */
    @WithDefault("1")
    @Min(1)
    @Max(7)
    short replicationFactor();

    /** How long commands are kept. */
    @WithDefault("14d")
    Duration commandRetention();

    /** How long outcomes are kept. */
    @WithDefault("7d")
    Duration outcomeRetention();

    /** How long dead letters are kept. */
    @WithDefault("90d")
    Duration deadLetterRetention();

    /** How long to wait for the broker at the start. */
    @WithDefault("30s")
    Duration timeout();
}
