package studio.benchmarks.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor's time that this thread has had: whatever else runs on the machine hardly shows in it. */
final class Processor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Processor() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
