package studio.agent.platform;

import java.util.List;
import studio.domain.kernel.Name;

/**
 * Runs the processes of a site. All of it may be called again and again, and returns soon: what takes long goes on by itself, and
 * whoever wants to know is told that something changed.
 */
public interface Platform extends Reach, AutoCloseable {

    /** Its name, as artifacts are for it. */
    String name();

    /** Makes that workload run, in place of another version of the same endpoint. */
    void apply(Workload workload);

    /** All workloads that are ours, wanted or not. */
    List<Observed> observe();

    /** Stops a workload, and keeps what it needs to go on later. */
    void stop(Name endpoint);

    /** Stops a workload and removes all of it; says what could not be removed. */
    List<String> remove(Name endpoint);

    /** The last lines that the instances of a workload printed. */
    List<String> log(Name endpoint, int lines);

    /** Calls that whenever something may be otherwise than before, on any thread. */
    void onChange(Runnable changed);

    /** Leaves everything running: the next agent finds it. */
    @Override
    void close();
}
