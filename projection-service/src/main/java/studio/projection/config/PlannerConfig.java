package studio.projection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the planner, which writes what sites are to have. */
@ConfigMapping(prefix = "studio.planner")
public interface PlannerConfig {

    /** Whether this instance plans; the partitions of one that does not are planned by others. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The Kafka Streams application id, which also names the group, the transactional ids and the changelog topic. Under another one
     * everything is planned again from the first event; what was written stays as it is where the plan is the same.
     */
    @WithDefault("studio-planner")
    String applicationId();

    /** The instance's name in the group. A stable one lets a restart take up its partitions at once. */
    @WithDefault("projection-service-0")
    String instanceId();

    /** Where Kafka Streams makes its directories; the state itself is in memory and in the changelog. */
    Path stateDir();

    /** Threads that plan; partitions are spread over them. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int threads();

    /** Copies of the state that other instances keep, to take over without restoring. */
    @WithDefault("1")
    @Min(0)
    int standbyReplicas();

    /** Copies of each partition of the changelog; 3 in a cluster. */
    @WithDefault("1")
    @Min(1)
    @Max(7)
    int replicationFactor();

    /** An event that is planned within this time of being written is committed at once. */
    @WithDefault("25ms")
    Duration freshness();

    /** How long the plan of an event that is not fresh may wait for others to share its commit. */
    @WithDefault("20ms")
    Duration commitInterval();

    /** The same for events that have waited longer than this already. */
    @WithDefault("250ms")
    Duration backlogCommitInterval();

    /** The longest wait for events in one poll. */
    @WithDefault("20ms")
    Duration pollTimeout();

    /** Events that a thread takes at once; it takes part in a change of the group only between. */
    @WithDefault("100")
    @Min(1)
    @Max(10_000)
    int pollRecords();

    /**
     * The time after which a transaction that was left open is aborted, which is how long a takeover can take. The end of a network is
     * one event for all of its sites, and must be planned within it.
     */
    @WithDefault("15s")
    Duration transactionTimeout();

    /** The time after which a silent instance loses its partitions. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /** How long a change of the group waits for a thread that is busy, before it goes on without it. */
    @WithDefault("60s")
    Duration rebalanceTimeout();

    /** Entities of each partition that are kept decoded. */
    @WithDefault("1000")
    @Min(0)
    @Max(1_000_000)
    int decodedLimit();

    /** How often it is asked whether the topics are there yet. */
    @WithDefault("500ms")
    Duration retryInterval();

    /** Threads that may fail within the time below; each is replaced. After one more the planner gives up, and is not alive. */
    @WithDefault("10")
    @Min(0)
    @Max(1_000)
    int threadFailures();

    /** The time within which so many threads may fail. */
    @WithDefault("10m")
    Duration threadFailuresWindow();

    /** How long the planner may take to stop. */
    @WithDefault("10s")
    Duration stopTimeout();
}
