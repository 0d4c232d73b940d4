package studio.agent.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.network.Ref;

/**
 * A workload as it is on the platform.
 *
 * @param endpoint  the endpoint
 * @param digest    the version that is there, or is being made
 * @param state     how it does
 * @param reason    the platform's own words: why it does not run, or what it could not do
 * @param instances its instances
 */
public record Observed(Ref endpoint, String digest, State state, Optional<String> reason, List<Instance> instances) {

    /** Keeps its own copy. */
    public Observed {
        instances = List.copyOf(instances);
    }

    /** How a workload does. */
    public enum State {
        /** It is being fetched or started. */
        APPLYING,
        /** All instances run. */
        RUNNING,
        /** Something keeps it from running; it is tried again. */
        FAILED,
        /** It is there and not meant to run. */
        STOPPED
    }

    /**
     * An instance.
     *
     * @param host     where it is found
     * @param pid      its number, if it runs
     * @param since    since when, if it does
     * @param restarts how often it was started again
     */
    public record Instance(String host, Optional<Long> pid, Optional<Instant> since, int restarts) {}
}
