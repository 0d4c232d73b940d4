package studio.home.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.home.relay.Counters;
import studio.home.relay.Homes;
import studio.testkit.server.ChildJvm;

/** Homes in a process of their own, which can be killed. */
public final class HomesProcess {

    private static final int FIXED = 4;

    private HomesProcess() {}

    /** The child's program. */
    public static void main(String[] arguments) throws IOException {
        new Homes(
                        Vertx.vertx(),
                        Settings.in(
                                Path.of(arguments[0]),
                                Integer.parseInt(arguments[2]),
                                arguments[3],
                                changes(arguments)),
                        Path.of(arguments[1]),
                        new Counters(new SimpleMeterRegistry()),
                        Clock.systemUTC())
                .run();
    }

    /** What comes behind the first four words is KEY=VALUE. */
    private static Map<String, String> changes(String... arguments) {
        return Stream.of(arguments)
                .skip(FIXED)
                .map(change -> change.split("=", 2))
                .collect(Collectors.toMap(change -> change[0], change -> change[1]));
    }

    /** Starts one. */
    public static ChildJvm start(Path directory, Path holders, int centre, String ports, String... changes) {
        return ChildJvm.start(
                HomesProcess.class,
                Path.of("target", "homes-process.log"),
                Stream.concat(
                                Stream.of(directory.toString(), holders.toString(), Integer.toString(centre), ports),
                                Stream.of(changes))
                        .toArray(String[]::new));
    }
}
