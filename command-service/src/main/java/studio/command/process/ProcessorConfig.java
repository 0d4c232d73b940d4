package studio.command.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the command processor. The defaults are what measured best on two cores with one broker (docs/adr/0003). */
@ConfigMapping(prefix = "studio.processor")
public interface ProcessorConfig {

    /** Whether this instance decides commands at all; without, it only passes them on. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The Kafka Streams application id, which also names the group, the transactional ids and the changelog topic. It must never
     * change: another one would decide every command on the topic a second time, from an empty state, so it is refused.
     */
    @WithDefault("studio-command-processor")
    String applicationId();

    /** The instance's name in the group. A stable one lets a restart take up its partitions at once. */
    @WithDefault("command-service-0")
    String instanceId();

    /** Where Kafka Streams makes its directories; the state itself is in memory and in the changelog. */
    Path stateDir();

    /** Threads that decide; partitions are spread over them. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int threads();

    /** Copies of the state that other instances keep, to take over without restoring. */
    @WithDefault("1")
    @Min(0)
    int standbyReplicas();

    /** How long a command that is not fresh may wait for others to share its commit. */
    @WithDefault("5ms")
    Duration commitInterval();

    /** The same for commands that have waited longer than this already: where many wait, few commits serve them sooner. */
    @WithDefault("50ms")
    Duration backlogCommitInterval();

    /**
     * Commands that a thread takes at once. It takes part in a change of the group only between, and commits nothing until the change
     * is over: where these take longer than a transaction may last, it loses its transaction.
     */
    @WithDefault("25")
    @Min(1)
    @Max(10_000)
    int pollRecords();

    /** The longest wait for commands in one poll; an idle thread commits only after a poll. */
    @WithDefault("2ms")
    Duration pollTimeout();

    /** A command that is decided within this time of being given is committed at once; zero leaves all to the interval. */
    @WithDefault("3ms")
    Duration freshness();

    /** The time after which a transaction that was left open is aborted, which is how long a takeover can take. */
    @WithDefault("3s")
    Duration transactionTimeout();

    /** The time after which a silent instance loses its partitions. */
    @WithDefault("3s")
    Duration sessionTimeout();

    /**
     * How long a change of the group waits for a thread that is busy, before it goes on without it. A thread is busy longest when it
     * takes partitions over, for it looks at all that is in their state; if that took longer, it would lose them again.
     */
    @WithDefault("60s")
    Duration rebalanceTimeout();

    /**
     * Whether what events mean for other streams is commanded here, in the transaction of those events. Without, somebody else has to
     * read the events and command it, under the same ids.
     */
    @WithDefault("true")
    boolean reactions();

    /** How often timers are looked at. */
    @WithDefault("1s")
    Duration timerInterval();

    /** Threads that may fail within the time below; each is replaced. After one more the processor gives up, and is not alive. */
    @WithDefault("10")
    @Min(0)
    @Max(1_000)
    int threadFailures();

    /** The time within which so many threads may fail. */
    @WithDefault("10m")
    Duration threadFailuresWindow();

    /** How long the processor may take to stop. */
    @WithDefault("10s")
    Duration stopTimeout();

    /** Which commands are remembered, so that the same command again has one effect. */
    Dedupe dedupe();

    /** Which commands are remembered. */
    interface Dedupe {

        /** How long a command is remembered. */
        @WithDefault("24h")
        Duration window();

        /** How many commands are remembered in each partition. */
        @WithDefault("20000")
        @Min(100)
        int limit();
    }
}
