package studio.home.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import studio.home.relay.Counters;
import studio.home.relay.Homes;
import studio.testkit.server.ChildJvm;

/** Homes in a process of their own, which can be killed. */
public final class HomesProcess {

    private HomesProcess() {}

    /** The child's program. */
    public static void main(String[] arguments) throws IOException {
        new Homes(
                        Vertx.vertx(),
                        Settings.in(Path.of(arguments[0]), Integer.parseInt(arguments[2]), arguments[3]),
                        Path.of(arguments[1]),
                        new Counters(new SimpleMeterRegistry()),
                        Clock.systemUTC())
                .run();
    }

    /** Starts one. */
    public static ChildJvm start(Path directory, Path holders, int centre, String ports) {
        return ChildJvm.start(
                HomesProcess.class,
                Path.of("target", "homes-process.log"),
                directory.toString(),
                holders.toString(),
                Integer.toString(centre),
                ports);
    }
}
