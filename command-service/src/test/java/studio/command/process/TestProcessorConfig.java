package studio.command.process;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor's default settings, with a memory for commands that tests can shorten.
 *
 * @param instanceId the instance's name in the group
 * @param stateDir   where Kafka Streams keeps its lock
 * @param window     how long a command is remembered
 * @param limit      how many commands are remembered in each partition
 */
record TestProcessorConfig(String instanceId, Path stateDir, Duration window, int limit)
        implements ProcessorConfig, ProcessorConfig.Dedupe {

    static final String APPLICATION = "test";

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public String applicationId() {
        return APPLICATION;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public int standbyReplicas() {
        return 1;
    }

    @Override
    public Duration commitInterval() {
        return Duration.ofMillis(5);
    }

    @Override
    public Duration backlogCommitInterval() {
        return Duration.ofMillis(50);
    }

    @Override
    public int pollRecords() {
        return 25;
    }

    @Override
    public Duration pollTimeout() {
        return Duration.ofMillis(2);
    }

    @Override
    public Duration freshness() {
        return Duration.ofMillis(3);
    }

    @Override
    public Duration transactionTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration sessionTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration rebalanceTimeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public boolean reactions() {
        return true;
    }

    @Override
    public Duration timerInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int threadFailures() {
        return 10;
    }

    @Override
    public Duration threadFailuresWindow() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration stopTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Dedupe dedupe() {
        return this;
    }
}
