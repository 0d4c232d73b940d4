package studio.command.process;

import java.time.Duration;

/** The topics' default settings. */
record TestTopicsConfig() implements TopicsConfig {

    @Override
    public int partitions() {
        return 8;
    }

    @Override
    public short replicationFactor() {
        return 1;
    }

    @Override
    public Duration commandRetention() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration outcomeRetention() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration deadLetterRetention() {
        return Duration.ofDays(90);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(30);
    }
}
