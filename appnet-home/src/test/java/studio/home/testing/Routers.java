package studio.home.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import studio.agent.file.Ports;
import studio.agent.loop.Pace;
import studio.agent.process.RouterCommand;
import studio.standin.StandInRouterMain;

/** Which routers tests run: the stand-in; in the profile {@code skrouterd} the one on the search path. */
public final class Routers {

    /** How often agents of tests look. */
    public static final Pace PACE =
            new Pace(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofSeconds(1));

    private static final String STAND_IN = "standin";

    private Routers() {}

    /** Where routers are looked for. */
    public static String path() {
        return isStandIn() ? Path.of("target", "nowhere").toAbsolutePath().toString() : System.getenv("PATH");
    }

    private static boolean isStandIn() {
        return System.getProperty("studio.router", STAND_IN).equals(STAND_IN);
    }

    /** What a router is started with. */
    public static RouterCommand command() {
        return isStandIn() ? standIn() : RouterCommand.find(path()).orElseThrow();
    }

    private static RouterCommand standIn() {
        return new RouterCommand(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandInRouterMain.class.getName(),
                "-c"));
    }

    /** A port that nobody has. */
    public static int port() {
        try {
            return Ports.free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
