package studio.samples;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;

/** A store's monitoring: says how its machine does, in Prometheus' text format. */
final class Monitor {

    private static final Logger LOGGER = System.getLogger("monitor");
    static final int PORT = 9_100;
    private static final double MILLIS = 1_000;

    private Monitor() {}

    static String metrics(String store) {
        return """
                # HELP store_up Whether the store's machine runs.
                # TYPE store_up gauge
                store_up{store="%1$s"} 1
                # HELP store_load The load average of the last minute.
                # TYPE store_load gauge
                store_load{store="%1$s"} %2$s
                # HELP store_monitor_uptime_seconds Since when it is watched.
                # TYPE store_monitor_uptime_seconds counter
                store_monitor_uptime_seconds{store="%1$s"} %3$s
                """.formatted(
                        store,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        Environment environment = Environment.ofProcess();
        String text = environment.site();
        Page page = Page.at("/metrics", environment.host(), environment.port(PORT), (method, body) -> metrics(text));
        LOGGER.log(Level.INFO, "monitor listens on " + environment.host() + ":" + page.port());
    }
}
