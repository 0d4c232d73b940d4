package studio.benchmarks.feed;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures feeds and prints one table. */
@Command(
        name = "feed-load",
        description = "Runs feeds of many sites in many networks and prints what they cost.",
        mixinStandardHelpOptions = true)
public final class FeedLoad implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 99;
    private static final double P50 = 50;

    @Spec
    private CommandSpec spec;

    @Option(names = "--networks", defaultValue = "100", description = "Networks, each with a home (${DEFAULT-VALUE}).")
    private int networks;

    @Option(names = "--sites", defaultValue = "10000", description = "Sites of all networks (${DEFAULT-VALUE}).")
    private int sites;

    @Option(names = "--changes", defaultValue = "500", description = "Changes to one site (${DEFAULT-VALUE}).")
    private int changes;

    @Option(names = "--wide", defaultValue = "20", description = "Changes to all sites (${DEFAULT-VALUE}).")
    private int wide;

    @Option(
            names = "--tls",
            defaultValue = "500",
            description = "Sessions over TLS, in a process of their own (${DEFAULT-VALUE}).")
    private int tls;

    @Option(
            names = "--connect",
            defaultValue = "0",
            hidden = true,
            description = "Makes sessions to that port instead.")
    private int connect;

    /** Runs the load and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FeedLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (connect > 0) {
            TlsSessions.connect(connect, tls, System.in);
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d networks, %d sites; %d processors; load %.1f%n",
                networks,
                sites,
                processors(),
                load());
        inMemory(out);
        if (tls > 0) {
            try (TlsSessions sessions = new TlsSessions(tls)) {
                sessions.measure(out::println);
            }
        }
        out.printf(Locale.ROOT, "load at the end %.1f%n", load());
        return 0;
    }

    private void inMemory(PrintWriter out) {
        out.printf(Locale.ROOT, "state of an idle session at the server: %d bytes%n", Sessions.bytesPerSession(sites));
        FeedWorld world = new FeedWorld(networks, sites / networks);
        out.printf(Locale.ROOT, "join storm: all sites have their documents after %s%n", took(world.join()));
        out.printf(Locale.ROOT, "  %.0f bytes to a site that joins%n", world.bytesDown() / (double) sites);
        one(out, world);
        wide(out, world);
        world.resetBytes();
        out.printf(Locale.ROOT, "restart of all homes: everybody is synced after %s%n", took(world.restartHomes()));
        out.printf(
                Locale.ROOT,
                "  %.0f bytes up, %.0f down for each site%n",
                world.bytesUp() / (double) sites,
                world.bytesDown() / (double) sites);
        world.resetBytes();
        world.beat();
        out.printf(
                Locale.ROOT,
                "an idle site: %.0f bytes up, %.0f down in 30 s%n",
                world.bytesUp() / (double) sites,
                world.bytesDown() / (double) sites);
    }

    private void one(PrintWriter out, FeedWorld world) {
        Histogram times = new Histogram(3);
        Histogram cpu = new Histogram(3);
        for (int change = 0; change < changes; change++) {
            world.changeSite(change % sites);
        }
        world.resetBytes();
        for (int change = 0; change < changes; change++) {
            record(world.changeSite(change % sites), times, cpu);
        }
        out.printf(Locale.ROOT, "a change to one site, until acknowledged at its home: %s%n", percentiles(times));
        out.printf(Locale.ROOT, "  with a processor: %s%n", percentiles(cpu));
        out.printf(
                Locale.ROOT,
                "  %.0f bytes down, %.0f up on its last hop%n",
                world.bytesDown() / (double) changes,
                world.bytesUp() / (double) changes);
    }

    private void wide(PrintWriter out, FeedWorld world) {
        Histogram times = new Histogram(3);
        Histogram cpu = new Histogram(3);
        world.changeClass();
        world.resetBytes();
        for (int change = 0; change < wide; change++) {
            record(world.changeClass(), times, cpu);
        }
        out.printf(Locale.ROOT, "a change to a class with all sites, until all acknowledged: %s%n", percentiles(times));
        out.printf(Locale.ROOT, "  with a processor: %s%n", percentiles(cpu));
        out.printf(
                Locale.ROOT,
                "  %d records written at the centre for each network%n",
                world.centreWrites() / ((long) wide * networks));
    }

    static String percentiles(Histogram nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms, longest %.2f ms",
                nanos.getValueAtPercentile(P50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(P99) / NANOS_PER_MILLI,
                nanos.getMaxValue() / NANOS_PER_MILLI);
    }

    private static String took(FeedWorld.Took took) {
        return String.format(
                Locale.ROOT,
                "%.0f ms, of which %.0f with a processor",
                took.nanos() / NANOS_PER_MILLI,
                took.cpuNanos() / NANOS_PER_MILLI);
    }

    /** What the clock says depends on who else wants the processors. */
    private static void record(FeedWorld.Took took, Histogram clock, Histogram cpu) {
        clock.recordValue(took.nanos());
        cpu.recordValue(took.cpuNanos());
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
