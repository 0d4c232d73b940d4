package studio.agent.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs an agent as a process of its own, in the background. */
final class Detached {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Detached() {}

    /** Starts it, and returns once it has the directory or has ended. */
    static int start(PlaceOptions place, PrintWriter out) throws IOException, InterruptedException {
        Path directory = place.directory();
        Path log = directory.resolve("agent.log");
        Process agent = new ProcessBuilder(command(place))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        agent.getOutputStream().close();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (agent.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the agent has ended at once; see " + log);
            }
            if (DirectoryLock.holder(directory)
                    .filter(holder -> holder.pid() == agent.pid())
                    .isPresent()) {
                out.println("Runs in the background as process " + agent.pid() + "; its log is " + log);
                return 0;
            }
        }
        throw new IOException("the agent does not come up; see " + log);
    }

    /** An agent does little and lives long, so that its heap had better be small than quick. */
    private static List<String> command(PlaceOptions place) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx96m",
                "-Xss512k",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseCompactObjectHeaders",
                "-Dio.netty.allocator.type=unpooled",
                "-cp",
                System.getProperty("java.class.path"),
                AgentProgram.class.getName(),
                "run",
                "--dir",
                place.directory().toString(),
                "--path",
                place.path()));
        if (place.keepsRouter()) {
            command.add("--keep-router");
        }
        return command;
    }
}
