package studio.benchmarks;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;

/** One table of what was measured, each figure with the load of the machine at that time beside it. */
public final class Report {

    private final PrintWriter out;

    /** Begins the table. */
    public Report(PrintWriter out) {
        this.out = out;
        out.println("| what | figure | aim | load average |");
        out.println("|---|---|---|---|");
        out.flush();
    }

    /** A figure that nobody has set an aim for. */
    public void add(String what, String figure) {
        add(what, figure, "");
    }

    /** A figure, and what was aimed at. */
    public void add(String what, String figure, String aim) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.println("| %s | %s | %s | %.1f |".formatted(what, figure, aim, load));
        out.flush();
    }
}
