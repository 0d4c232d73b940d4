package studio.home.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import studio.home.config.HomeConfig;

/** Settings of tests: the defaults but for what a test says. */
public final class Settings {

    private static final int FIRST = 30_000;
    private static final int LAST = 32_600;
    private static final int PORTS = 20;

    private Settings() {}

    /** Ports that the system gives to no client, other ones each time. */
    public static String ports() {
        int first = ThreadLocalRandom.current().nextInt(FIRST, LAST);
        return first + "-" + (first + PORTS);
    }

    /** The defaults, for homes that keep things there, ask that port and serve those. */
    public static HomeConfig in(Path directory, int centre, String ports) {
        return in(directory, centre, ports, Map.of());
    }

    /** The same but for these, whose keys are without their prefix. */
    public static HomeConfig in(Path directory, int centre, String ports, Map<String, String> changes) {
        Map<String, String> values = new HashMap<>();
        values.put("studio.home.directory", directory.toString());
        values.put("studio.home.feed-server", "127.0.0.1:" + centre);
        values.put("studio.home.feed-ports", ports);
        values.put("studio.home.scan-interval", "100ms");
        values.put("studio.home.cache-interval", "100ms");
        changes.forEach((key, value) -> values.put("studio.home." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HomeConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(HomeConfig.class);
    }
}
