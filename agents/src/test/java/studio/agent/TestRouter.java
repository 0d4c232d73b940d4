package studio.agent;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;
import studio.agent.boot.BootFile;
import studio.agent.boot.ManagementKeys;
import studio.agent.boot.RouterSettings;
import studio.agent.boot.RouterSettings.Mode;
import studio.agent.process.ProcessLog;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;
import studio.standin.StandInRouterMain;

/** A router in a process of its own, managed over mutual TLS as an agent does. */
public final class TestRouter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STAND_IN = "standin";

    private final RouterSettings settings;
    private final RouterProcess process;
    private final Vertx vertx;

    private TestRouter(RouterSettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
        this.process = new RouterProcess(
                new RouterProcess.Start(command(), settings.bootFile(), environment(), settings.directory(), () -> {}));
    }

    /** Starts a router that has nothing but the way in for its agent. */
    public static TestRouter start(String id, Mode mode, Path directory, Vertx vertx) throws IOException {
        RouterSettings settings = new RouterSettings(id, mode, "site-" + id, freePort(), directory);
        new ManagementKeys(settings.managementKeys()).make(Instant.now());
        BootFile.open(settings).writeBare();
        TestRouter router = new TestRouter(settings, vertx);
        router.process.start();
        return router;
    }

    /** The stand-in; in the profile {@code skrouterd} the router on the search path, without which tests are skipped. */
    public static RouterCommand command() {
        if (!System.getProperty("studio.router", STAND_IN).equals(STAND_IN)) {
            return RouterCommand.find(System.getenv("PATH"))
                    .orElseThrow(() -> new TestAbortedException("skrouterd is not on the PATH"));
        }
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

    public static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(RouterSettings.ENVIRONMENT);
        environment.put("PATH", System.getenv("PATH"));
        return environment;
    }

    public RouterSettings settings() {
        return settings;
    }

    public RouterProcess process() {
        return process;
    }

    /** Connects as soon as the router answers. */
    public ManagementSession connect() {
        return connect(settings, vertx, process.log());
    }

    /** Connects to the router of an agent as soon as it answers. */
    public static ManagementSession connect(RouterSettings settings, Vertx vertx, ProcessLog log) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return ManagementSession.connect(vertx, options(settings)).join();
            } catch (CompletionException notYet) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(String.join("\n", log.tail()), notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    public ManagementOptions options() {
        return options(settings);
    }

    private static ManagementOptions options(RouterSettings settings) {
        return new ManagementOptions(
                settings.managementPlace(),
                Optional.of(new ManagementKeys(settings.managementKeys()).agent()),
                ManagementOptions.Limits.USUAL);
    }

    /** A port that nobody has. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether the condition comes true in time; it is asked again and again. */
    public static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    public List<String> log() {
        return process.log().tail();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
